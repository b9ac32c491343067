import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Actor, TestStack } from '../../testing/start-stack.ts';

/** The brand in whose name most tests act. */
export const brand = 'creativetechnologists';
export const otherBrand = 'acmecompany';

/** A new key of the brand. */
export const newKey = (name = `${randomUUID()}.png`): string => `${brand}/${name}`;

export const pixel = (text = 'pixel'): Blob => new Blob([text], { type: 'image/png' });

/** Every file in a part of the storage folder, by its path there: `objects`, or `uploads` with what is noted of each. */
export async function listStoredFiles({ storageFolder }: TestStack, part = 'objects'): Promise<string[]> {
  const folder = join(storageFolder, part);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

/** The body of a refusal, in the fields that supabase-js reads. */
export async function readRefusal(
  response: Response,
): Promise<{ status: number; statusCode: string; code: string; message: string }> {
  const schema = z.object({ statusCode: z.string(), code: z.string(), message: z.string() });
  return { status: response.status, ...schema.parse(await response.json()) };
}

export interface RawRequest extends RequestInit {
  as?: Actor;
  duplex?: 'half';
}

/** Asks the storage without supabase-js, for what that would never send. */
export async function ask(
  stack: TestStack,
  path: string,
  { as = 'anonymous', ...init }: RawRequest = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(await stack.headersFor(as))) headers.set(name, value);
  const url = `${stack.url}/storage/v1${path}`;
  // A request made first and fetched then would lose its signal to the garbage collector.
  if (new URL(url).hostname === '127.0.0.1') return fetch(url, { ...init, headers });
  return stack.fetch(new Request(url, { ...init, headers }));
}

/** A body that comes in pieces, each when the test sends it. */
export function createSlowBody(): { stream: ReadableStream; send(sizeBytes: number): void; end(): void } {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(undefined, {
    highWaterMark: 1024,
  });
  const writer = writable.getWriter();
  const quietly = (writing: Promise<void>) => void writing.catch(() => undefined);
  return {
    stream: readable,
    send: (sizeBytes) => quietly(writer.write(new Uint8Array(sizeBytes))),
    end: () => quietly(writer.close()),
  };
}
