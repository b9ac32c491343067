import { AiModelsError } from '@act/ai-models';
import type { ApiWorld } from '../api-world.ts';
import { findAssetIds } from '../database/assets.ts';
import type { InBrand } from '../database/in-brand.ts';
import { ownAddress } from '../http/own-address.ts';
import { type OwnAddresses, parseImageUrl } from './image-urls.ts';

/**
 * The ids of pictures that a founding document's request names by addresses. What is not the caller's is not there.
 * @throws AiModelsError `url_refused`, `asset_not_found`
 */
async function findPictures(
  scope: InBrand,
  imageUrls: readonly string[],
  own: OwnAddresses,
): Promise<string[]> {
  const references = imageUrls.map((url) => parseImageUrl(url, own));
  const paths = references.flatMap((one) => ('path' in one ? [one.path] : []));
  const found = await findAssetIds(scope, paths);
  return references.map((one) => {
    const id = 'id' in one ? one.id : found.get(one.path);
    if (id !== undefined) return id;
    throw new AiModelsError({
      code: 'asset_not_found',
      message: 'One of these addresses names a picture that is not there for you.',
      hint: 'Pass the addresses that the upload gave.',
    });
  });
}

interface NamedPictures {
  readonly imageUrls?: readonly string[] | undefined;
  readonly trainingAssetIds?: readonly string[] | undefined;
}

/** Everything that a request names, by address and by id; undefined where it names nothing. */
export async function choosePictures(
  scope: InBrand,
  { imageUrls = [], trainingAssetIds = [] }: NamedPictures,
  { world, request }: { readonly world: ApiWorld; readonly request: Request },
): Promise<string[] | undefined> {
  const own = { api: ownAddress(world, request), supabase: world.supabase.url };
  const ids = [...(await findPictures(scope, imageUrls, own)), ...trainingAssetIds];
  return ids.length === 0 ? undefined : ids;
}
