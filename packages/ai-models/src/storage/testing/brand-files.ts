import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor, TestStack } from '@act/local-stack/testing';
import type { BrandFiles } from '../../context.ts';
import { modelKey, type StorageKey } from '../storage-paths.ts';

export const brandId = 'creativetechnologists';

/** A stack's storage in somebody's name, over a real connection. */
export const filesOf = (
  stack: TestStack,
  actor: Actor = { system: brandId },
  url = stack.url,
): BrandFiles => ({
  url: `${url}/storage/v1`,
  headers: () => stack.headersFor(actor),
  fetch: globalThis.fetch,
});

let version = 0;

/** The key of a version that no other test has. */
export function newModelKey(): StorageKey {
  version += 1;
  return modelKey({ brandId, ownerId: null, name: 'flux-lora', version });
}

/** What lies on the disk: objects, and uploads that have not ended. */
export async function listStored(
  { storageFolder }: TestStack,
  part: 'objects' | 'uploads',
): Promise<string[]> {
  const entries = await readdir(join(storageFolder, part), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

export async function readStored(files: BrandFiles, key: StorageKey): Promise<Buffer> {
  const response = await fetch(`${files.url}/object/authenticated/models/${key}`, {
    headers: await files.headers(),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}
