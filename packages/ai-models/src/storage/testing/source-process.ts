import { createHash, randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { frameHeader, planHeader } from './build-safetensors.ts';
import { tarEntry } from './build-tar.ts';
import { loraShapes } from './lora-shapes.ts';

/** What is served, and where. */
export interface ServedLora {
  url: string;
  sizeBytes: number;
  rank: number;
  sha256: string;
}

const blockBytes = 512;
const block = randomBytes(1024 * 1024);

/** A LoRA of about a size, made while it is sent: the head, and how much of the same noise follows. */
function planLora(megabytes: number) {
  const bytesPerRank = dataBytes(1);
  const rank = Math.round((megabytes * 1e6) / bytesPerRank);
  const head = frameHeader(JSON.stringify(planHeader(loraShapes('flux', rank))));
  return { head, rank, noiseBytes: bytesPerRank * rank };
}

const dataBytes = (rank: number) =>
  Object.values(loraShapes('flux', rank)).reduce((total, [one = 0, other = 0]) => total + one * other * 2, 0);

type Lora = ReturnType<typeof planLora>;

function* piecesOf({ head, noiseBytes }: Lora): Generator<Buffer> {
  yield head;
  for (let left = noiseBytes; left > 0; left -= block.length) yield block.subarray(0, left);
}

/** In a tar, as Replicate's trainer packs it. */
async function send(response: ServerResponse, lora: Lora): Promise<void> {
  const sizeBytes = lora.head.length + lora.noiseBytes;
  const size = `${sizeBytes.toString(8).padStart(11, '0')}\0`;
  const entry = tarEntry({ name: 'output/flux_train_replicate/lora.safetensors', size });
  const end = Buffer.alloc(((blockBytes - (sizeBytes % blockBytes)) % blockBytes) + 2 * blockBytes);
  response.writeHead(200, { 'content-length': entry.length + sizeBytes + end.length });
  for (const piece of [entry, ...piecesOf(lora), end]) {
    if (!response.write(piece)) await new Promise((resolve) => response.once('drain', resolve));
  }
  response.end();
}

function describe(lora: Lora): Omit<ServedLora, 'url'> {
  const hash = createHash('sha256');
  for (const piece of piecesOf(lora)) hash.update(piece);
  const { head, rank, noiseBytes } = lora;
  return { sizeBytes: head.length + noiseBytes, rank, sha256: hash.digest('hex') };
}

// In a process of its own, as a provider is: `source-process.ts <megabytes>`.
const lora = planLora(Number(process.argv[2] ?? 60));
const described = describe(lora);
const server = createServer((_request, response) => void send(response, lora));
server.listen({ port: 0, host: '127.0.0.1' }, () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.send?.({ url: `http://127.0.0.1:${port}/`, ...described } satisfies ServedLora);
});
process.once('disconnect', () => process.exit());
