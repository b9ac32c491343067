import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { deletePictureRows } from '../database/deletions.ts';
import { getAssets } from '../database/queries.ts';
import { AiModelsError } from '../errors/index.ts';
import { removeDeletedFiles } from '../jobs/tidying/remove-deleted-files.ts';
import { parseInput } from '../shared/parse-input.ts';

/** What deleting pictures did. */
export interface DeletedAssets {
  /** The pictures that are gone. */
  readonly deleted: readonly string[];
  /** Still there: a training has used them, and the caller is no admin. */
  readonly kept: readonly string[];
  /** Models that were trained on them: they stay, and say that pictures of theirs were deleted. */
  readonly markedModels: readonly { readonly id: string; readonly modelId: string }[];
  /** Zips with one of them in it that go along. */
  readonly archives: number;
  /** Their files, which the engine removes within minutes. */
  readonly files: number;
}

const idsSchema = z.array(z.guid()).min(1).max(200);

/** Deletes pictures, at most 200 at a time, and says what that does. @throws AssetNotFoundError */
export async function deleteAssets(
  context: AiModelsContext,
  { assetIds }: { assetIds: readonly string[] },
): Promise<DeletedAssets> {
  const wanted = [...new Set(parseInput(idsSchema, assetIds, { subject: 'The pictures' }))];
  await getAssets(context, wanted);
  const { deleted, models, archives, files } = await deletePictureRows(context, wanted);
  if (context.actor === 'system') await removeDeletedFiles(context);
  return {
    deleted,
    kept: wanted.filter((id) => !deleted.includes(id)),
    markedModels: models.map(({ id, slug }) => ({ id, modelId: slug })),
    archives,
    files,
  };
}

/** Deletes one picture. @throws AiModelsError `not_allowed` where a training has used it and the caller is no admin */
export async function deletePicture(context: AiModelsContext, assetId: string): Promise<DeletedAssets> {
  const done = await deleteAssets(context, { assetIds: [assetId] });
  if (done.deleted.length > 0) return done;
  throw new AiModelsError({
    code: 'not_allowed',
    message: `You may not delete picture ${assetId}.`,
    hint: 'A training has used it, or it is not yours: ask an admin of the brand.',
  });
}
