import { z } from 'zod';
import { loraTraitsSchema } from '../../lora/lora-traits.ts';
import type { Memory } from '../../memory/memory.ts';
import type { ByteSource } from '../../serving/bytes.ts';
import { createSecretName } from '../ids.ts';
import { follow, recipeSchema } from './recipe.ts';

const outputSchema = z.object({
  runId: z.string(),
  contentType: z.string(),
  /** Of weights: what they carry. */
  traits: loraTraitsSchema.nullable(),
  recipe: recipeSchema,
});
const keptOutputSchema = outputSchema.extend({ path: z.string() });

/** A file that a run has made. */
type Output = z.infer<typeof outputSchema>;

/** Outputs by address, which nobody can guess and everybody may read, as at replicate.delivery. */
export interface OutputStore {
  /** Makes a file, keeps it and returns its absolute address. */
  add(fileName: string, output: Output): Promise<string>;
  /** By the path behind the delivery address. */
  find(path: string): Output | null;
  findByUrl(url: string): Output | null;
  open(output: Output): Promise<ByteSource>;
  remove(path: string): void;
  removeOf(runId: string): void;
}

const kind = 'replicate output';

export function createOutputStore(deliveryUrl: () => string, memory: Memory): OutputStore {
  const outputs = new Map<string, Output>();
  const files = new WeakMap<Output, Promise<ByteSource>>();
  for (const { path, ...output } of memory.recall(kind, keptOutputSchema)) outputs.set(path, output);

  const find = (path: string) => outputs.get(path) ?? null;
  const open = (output: Output): Promise<ByteSource> => {
    const file = files.get(output) ?? follow(output.recipe);
    files.set(output, file);
    return file;
  };
  const remove = (path: string): void => {
    if (outputs.delete(path)) memory.keep(kind, path, null);
  };
  return {
    find,
    open,
    remove,
    async add(fileName, output) {
      await open(output);
      const path = `xezq/${createSecretName()}/${fileName}`;
      outputs.set(path, output);
      memory.keep(kind, path, { path, ...output });
      return `${deliveryUrl()}/${path}`;
    },
    findByUrl: (url) =>
      url.startsWith(`${deliveryUrl()}/`) ? find(url.slice(deliveryUrl().length + 1)) : null,
    removeOf(runId) {
      for (const [path, output] of outputs) if (output.runId === runId) remove(path);
    },
  };
}
