import { type Context, Hono } from 'hono';
import { type ByteRange, parseByteRange } from '../../../storage/bytes/byte-range.ts';
import type { FaultBoard } from '../../faults/fault-board.ts';
import { type ByteSource, breakOff, sliceBytes } from '../../serving/bytes.ts';
import type { OutputStore } from './output-store.ts';

const deliveryPlace = 'replicate.delivery';

/** Where outputs are fetched, in whole or in part, without a token. */
export function deliveryRoutes({ outputs, faults }: { outputs: OutputStore; faults: FaultBoard }): Hono {
  const routes = new Hono();
  routes.get('/:account/:secret/:name', async (context) => {
    const { account, secret, name } = context.req.param();
    const path = `${account}/${secret}/${name}`;
    if (outputs.find(path) && faults.take(deliveryPlace, 'expire')) outputs.remove(path);
    const output = outputs.find(path);
    if (!output) return context.text('Not Found', 404);
    return serve(context, { ...(await outputs.open(output)), contentType: output.contentType }, faults);
  });
  return routes;
}

interface Delivery extends ByteSource {
  contentType: string;
}

function serve(context: Context, output: Delivery, faults: FaultBoard): Response {
  const { sizeBytes, contentType } = output;
  const headers = {
    'content-type': contentType,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=3600',
  };
  const range = readRange(context.req.header('range'), sizeBytes);
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${sizeBytes}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
  const length = end + 1 - start;
  const whole = { ...headers, 'content-length': String(length) };
  const part = { ...whole, 'content-range': `bytes ${start}-${end}/${sizeBytes}` };
  return new Response(context.req.method === 'HEAD' ? null : body(output, { start, end }, faults), {
    status: range ? 206 : 200,
    headers: range ? part : whole,
  });
}

function body(output: ByteSource, { start, end }: ByteRange, faults: FaultBoard): ReadableStream<Uint8Array> {
  const isWhole = start === 0 && end + 1 === output.sizeBytes;
  const stream = isWhole ? output.stream() : sliceBytes(output, start, end + 1);
  return faults.take(deliveryPlace, 'truncate')
    ? breakOff(stream, Math.floor((end + 1 - start) / 2))
    : stream;
}

function readRange(header: string | undefined, sizeBytes: number): ByteRange | 'unsatisfiable' | null {
  if (!header) return null;
  try {
    return parseByteRange(header, sizeBytes);
  } catch {
    return 'unsatisfiable';
  }
}
