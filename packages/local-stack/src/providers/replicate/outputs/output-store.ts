import type { LoraTraits } from '../../lora/lora-traits.ts';
import type { ByteSource } from '../../serving/bytes.ts';
import { createSecretName } from '../ids.ts';

/** A file that a run has made. */
export interface Output extends ByteSource {
  runId: string;
  contentType: string;
  /** Of weights: what they carry. */
  traits: LoraTraits | null;
}

/** Outputs by address, which nobody can guess and everybody may read, as at replicate.delivery. */
export interface OutputStore {
  /** Keeps a file and returns its absolute address. */
  add(fileName: string, output: Output): string;
  /** By the path behind the delivery address. */
  find(path: string): Output | null;
  findByUrl(url: string): Output | null;
  remove(path: string): void;
  removeOf(runId: string): void;
}

export function createOutputStore(deliveryUrl: () => string): OutputStore {
  const outputs = new Map<string, Output>();
  const find = (path: string) => outputs.get(path) ?? null;
  return {
    find,
    add(fileName, output) {
      const path = `xezq/${createSecretName()}/${fileName}`;
      outputs.set(path, output);
      return `${deliveryUrl()}/${path}`;
    },
    findByUrl: (url) =>
      url.startsWith(`${deliveryUrl()}/`) ? find(url.slice(deliveryUrl().length + 1)) : null,
    remove: (path) => void outputs.delete(path),
    removeOf(runId) {
      for (const [path, output] of outputs) if (output.runId === runId) outputs.delete(path);
    },
  };
}
