import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type LoraTraits, loraTraitsSchema, type ModelType, traitsKey } from './lora-traits.ts';
import { NotALoraError } from './not-a-lora-error.ts';

const maxHeaderBytes = 10_000_000;
const fluxNames = /double_blocks|single_blocks|single_transformer_blocks|^transformer\.transformer_blocks/;

const tensorSchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
const headerSchema = z
  .object({ __metadata__: z.record(z.string(), z.string()).optional() })
  .catchall(tensorSchema);

/** The traits of a LoRA. Reads no more than the file's header; of a real LoRA it makes up a palette, always the same. */
export async function readLoraTraits(stream: ReadableStream<Uint8Array>): Promise<LoraTraits> {
  const text = await readHeader(stream);
  const { __metadata__: metadata, ...tensors } = parseHeader(text);
  const modelType = detectModelType(tensors);
  const traits = loraTraitsSchema.safeParse(parseJson(metadata?.[traitsKey] ?? ''));
  return { ...(traits.success ? traits.data : foreignTraits(text, metadata)), modelType };
}

async function readHeader(stream: ReadableStream<Uint8Array>): Promise<string> {
  let bytes = Buffer.alloc(0);
  // Leaving the loop cancels the rest.
  for await (const chunk of stream) {
    bytes = Buffer.concat([bytes, chunk]);
    const sizeBytes = headerBytes(bytes);
    if (sizeBytes !== null && bytes.byteLength >= 8 + sizeBytes)
      return bytes.toString('utf8', 8, 8 + sizeBytes);
  }
  throw new NotALoraError('The file ends before its header does.');
}

function headerBytes(bytes: Buffer): number | null {
  if (bytes.byteLength < 8) return null;
  const sizeBytes = Number(bytes.readBigUInt64LE());
  if (sizeBytes > maxHeaderBytes) throw new NotALoraError('The file does not begin with a header.');
  return sizeBytes;
}

function parseHeader(text: string): z.infer<typeof headerSchema> {
  const header = headerSchema.safeParse(parseJson(text));
  if (!header.success) throw new NotALoraError('The header is not one of a safetensors file.');
  return header.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function detectModelType(tensors: Record<string, z.infer<typeof tensorSchema>>): ModelType {
  const names = Object.keys(tensors);
  if (!names.some((name) => /lora[._](A|B|down|up)/.test(name))) {
    throw new NotALoraError('The file has none of the tensors of a LoRA.');
  }
  if (names.some((name) => fluxNames.test(name))) return 'flux';
  const fromPrompt = names.find(
    (name) => /attn2[._](processor\.)?to_k/.test(name) && /lora[._](down|A)\b/.test(name),
  );
  const inputs = fromPrompt === undefined ? undefined : tensors[fromPrompt]?.shape[1];
  if (inputs === 2048 || names.some((name) => /lora_te2_|text_encoder_2/.test(name))) return 'sdxl';
  if (inputs === 768) return 'sd15';
  throw new NotALoraError('The file is a LoRA of a base model that is not known here.');
}

function foreignTraits(header: string, metadata: Record<string, string> = {}): Omit<LoraTraits, 'modelType'> {
  const hash = createHash('sha256').update(header).digest('hex');
  return {
    palette: [0, 6, 12, 18].map((start) => `#${hash.slice(start, start + 6)}`),
    mark: hash.slice(0, 3).toUpperCase(),
    triggerWord: metadata['modelspec.trigger_phrase'] ?? '',
  };
}
