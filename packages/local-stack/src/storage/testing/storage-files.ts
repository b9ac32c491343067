import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor, TestStack } from '../../testing/start-stack.ts';

/** The brand in whose name most tests act. */
export const brand = 'creativetechnologists';
export const otherBrand = 'acmecompany';

/** A new key of the brand. */
export const newKey = (name = `${randomUUID()}.png`): string => `${brand}/${name}`;

export const pixel = (text = 'pixel'): Blob => new Blob([text], { type: 'image/png' });

/** Every file that lies in the storage folder, by its path there; fields of unfinished uploads included. */
export async function listStoredFiles({ storageFolder }: TestStack, part = 'objects'): Promise<string[]> {
  const folder = join(storageFolder, part);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

export interface RawRequest extends RequestInit {
  as?: Actor;
  duplex?: 'half';
}

/** Asks the storage without supabase-js, for what that would never send. */
export async function ask(stack: TestStack, path: string, { as = 'anonymous', ...init }: RawRequest = {}): Promise<Response> {
  const token = await stack.tokenFor(as);
  const headers = new Headers(init.headers);
  headers.set('apikey', as === 'secretKey' ? stack.secrets.secretKey : stack.secrets.publishableKey);
  if (token) headers.set('authorization', `Bearer ${token}`);
  const request = new Request(`${stack.url}/storage/v1${path}`, { ...init, headers });
  return stack.url.startsWith('http://127.0.0.1') ? fetch(request) : stack.fetch(request);
}
