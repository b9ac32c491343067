import type { Asset, Page, TrainingJob } from '@act/ui/api/answers';
import { usePictureSet } from '@act/ui/studio/datasets/use-picture-set';
import { useTwins } from '../twins/use-twins.ts';
import { unusedPhotos } from './unused-photos.ts';

interface PhotosOptions {
  readonly firstAssets?: Page<Asset> | undefined;
  readonly firstJobs?: Page<TrainingJob> | undefined;
}

/** The photos of the next twin: what was brought and no twin has learned from yet, wherever and whenever it was brought. */
export const usePhotos = ({ firstAssets, firstJobs }: PhotosOptions) => {
  const jobs = useTwins(firstJobs);
  const photos = usePictureSet({
    kind: 'character',
    first: firstAssets,
    choose: (assets) => (jobs.isSuccess ? unusedPhotos(assets, jobs.items) : []),
    leftOut: 'deleted',
  });
  return { ...photos, isKnown: photos.list.isSuccess && jobs.isSuccess };
};

export type Photos = ReturnType<typeof usePhotos>;
