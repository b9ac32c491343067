import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startStack } from '@act/local-stack/testing';
import { z } from 'zod';
import { firstMessage } from './processes.ts';

/** Where weights are saved. */
export interface Storage extends AsyncDisposable {
  name: string;
  /** Whether time has a bar here. */
  isJudged: boolean;
  url: string;
  headers(): Promise<Record<string, string>>;
  /** Makes place for the next round. */
  remove(keys: string[]): Promise<void>;
}

export const brandId = 'creativetechnologists';
const plainStorageProcess = fileURLToPath(new URL('./plain-storage-process.ts', import.meta.url));

/** One that writes what comes to a file, as the plain way does. */
export async function openPlainStorage(): Promise<Storage> {
  const child = fork(plainStorageProcess);
  const { url } = z.object({ url: z.string() }).parse(await firstMessage(child));
  return {
    name: 'to a file',
    isJudged: true,
    url,
    headers: async () => ({}),
    remove: async () => undefined,
    [Symbol.asyncDispose]: async () => child.disconnect(),
  };
}

/** The local stack, whole: it works on the same processors, and asks for rights with every chunk. */
export async function openLocalStack(): Promise<Storage> {
  const stack = await startStack({ listen: true });
  const system = { system: brandId };
  return {
    name: 'local stack',
    isJudged: false,
    url: `${stack.url}/storage/v1`,
    headers: () => stack.headersFor(system),
    remove: async (keys) => void (await (await stack.as(system)).storage.from('models').remove(keys)),
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  };
}
