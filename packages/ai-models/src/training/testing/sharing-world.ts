import { startStack, type TestStack } from '@act/local-stack/testing';
import type { AiModelsContext } from '../../context.ts';
import { generateImage } from '../../inference/image-generator.ts';
import { addPrivateModel, allowSharing, type PrivateModel } from '../../jobs/testing/private-model.ts';
import { moveModel } from '../../jobs/tidying/move-model.ts';
import { asSuperuser, brand, contextFor } from '../../node/testing/brand-context.ts';
import { findObjectSize } from '../../storage/object-files.ts';
import { parseRowPath } from '../../storage/storage-paths.ts';
import { shareTrainingJob } from '../share-training.ts';

/** A brand whose members may share what is theirs, and some of its people. */
export interface SharingWorld extends AsyncDisposable {
  readonly stack: TestStack;
  /** Of every model that is added. */
  readonly owner: AiModelsContext;
  readonly admin: AiModelsContext;
  readonly viewer: AiModelsContext;
  readonly system: AiModelsContext;
  addModel(): Promise<PrivateModel>;
  /** Shares a model and carries it out. */
  share(model: PrivateModel): Promise<void>;
  paint(person: AiModelsContext, modelId: string): ReturnType<typeof generateImage>;
  /** Whether a person gets a file. */
  sees(person: AiModelsContext, path: string): Promise<boolean>;
  rowOf(modelId: string): Promise<{ path: string; visibility: string; sample_paths: string[] }>;
  /** Where a model is on its way to. */
  targetOf(modelId: string): Promise<string>;
  sql<Row extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** Starts a stack for tests of what people share. */
export async function openSharingWorld(): Promise<SharingWorld> {
  const stack = await startStack({ listen: true });
  await allowSharing(stack);
  const [owner, admin, viewer, system] = await Promise.all([
    contextFor(stack, 'ctMember'),
    contextFor(stack, 'ctAdmin'),
    contextFor(stack, 'ctViewer'),
    contextFor(stack, { system: brand }),
  ]);
  const sql = <Row extends Record<string, unknown>>(text: string, values?: unknown[]) =>
    asSuperuser<Row>(stack, text, values);
  let number = 0;
  return {
    stack,
    owner,
    admin,
    viewer,
    system,
    addModel: () => {
      number += 1;
      return addPrivateModel(stack, { name: `signs-${number}` });
    },
    share: async ({ jobId, modelId }) => {
      await shareTrainingJob(owner, jobId);
      if (!(await moveModel(system, modelId))) throw new Error(`${modelId} was not shared.`);
    },
    paint: (person, modelId) => generateImage(person, { modelId, prompt: 'a shop', waitMs: 0 }),
    sees: async (person, path) => (await findObjectSize(person.files, parseRowPath(path))) !== null,
    rowOf: async (modelId) => {
      const [row] = await sql<{ path: string; visibility: string; sample_paths: string[] }>(
        'select path, visibility, sample_paths from public.brand_models where id = $1',
        [modelId],
      );
      if (!row) throw new Error(`There is no model ${modelId}.`);
      return row;
    },
    targetOf: async (modelId) => {
      const [move] = await sql<{ path: string }>('select path from private.model_moves where model_id = $1', [
        modelId,
      ]);
      return move?.path ?? '';
    },
    sql,
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  };
}
