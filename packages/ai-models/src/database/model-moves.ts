import { z } from 'zod';
import type { BrandScope } from '../context.ts';
import { rowOf, rowsOf } from './answer.ts';

const copySchema = z.object({ from: z.string(), to: z.string() });

const moveSchema = copySchema
  .extend({ samples: z.array(copySchema), owner_id: z.string().nullable() })
  .nullable();

/** A file, and where it is to lie besides; bucket and key of each. */
export type FileCopy = z.output<typeof copySchema>;
/** A model on its way to another place, as the database tells it. */
export type ModelMove = NonNullable<z.output<typeof moveSchema>>;

/** Where a model is to lie from now on; null where it stays. As system. */
export const findModelMove = async ({ database }: BrandScope, modelId: string): Promise<ModelMove | null> =>
  moveSchema.parse(await rowOf(database.rpc('get_model_move', { model_id: modelId })));

/** Points the model there and changes who sees it, in one step; false where that is not wanted any more. As system. */
export const finishModelMove = ({ database }: BrandScope, modelId: string, path: string): Promise<boolean> =>
  rowsOf(database.rpc('finish_model_move', { model_id: modelId, path }));
