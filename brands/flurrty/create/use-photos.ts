import type { Asset, Page, TrainingJob } from '@act/ui/api/answers';
import { notify } from '@act/ui/hooks/notify';
import { useStudio } from '@act/ui/screens/studio';
import type { PickedFile, Refusal } from '@act/ui/studio/datasets/upload/picked-file';
import { useUploads } from '@act/ui/studio/datasets/upload/use-uploads';
import { useReadiness } from '@act/ui/studio/datasets/use-readiness';
import { useTrainingAssets } from '@act/ui/studio/datasets/use-training-assets';
import { useRefusalWords } from '@act/ui/studio/use-refusal-words';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { useTwins } from '../twins/use-twins.ts';
import { unusedPhotos } from './unused-photos.ts';

interface PhotosOptions {
  readonly firstAssets?: Page<Asset> | undefined;
  readonly firstJobs?: Page<TrainingJob> | undefined;
}

/** The photos of the next twin: what was brought and no twin has learned from yet, wherever and whenever it was brought. */
export const usePhotos = ({ firstAssets, firstJobs }: PhotosOptions) => {
  const words = useTranslations('create.photos');
  const describe = useRefusalWords();
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const bounds = brand.training.subjects.character;
  const list = useTrainingAssets(firstAssets);
  const jobs = useTwins(firstJobs);
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const [tooMany, setTooMany] = useState(0);
  const isKnown = list.isSuccess && jobs.isSuccess;
  const photos = useMemo(
    () => (isKnown ? unusedPhotos(list.items, jobs.items).filter(({ id }) => !leaving.has(id)) : []),
    [isKnown, list.items, jobs.items, leaving],
  );
  const usable = useMemo(() => photos.filter(({ status }) => status !== 'rejected'), [photos]);
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: [brand.id, 'assets'] }),
    [client, brand.id],
  );
  const onArrived = useCallback(() => void refresh(), [refresh]);
  const uploads = useUploads({ maximumBytes: bounds.maximumFileBytes, onArrived });
  const free = Math.max(0, bounds.maximumImages - usable.length - uploads.items.length);
  const readiness = useReadiness(usable, 'character');
  const leaveOut = async (id: string) => {
    setLeaving((others) => new Set([...others, id]));
    try {
      const { kept } = await api.assets.deleteMany([id]);
      if (kept.length > 0) throw new TypeError('It stays.');
      uploads.release([id]);
      await refresh();
    } catch (error) {
      notify('error', words('notLeftOut'), { description: describe(error) });
    } finally {
      setLeaving((others) => new Set([...others].filter((other) => other !== id)));
    }
  };
  return {
    list,
    isKnown,
    photos,
    bounds,
    ready: usable.filter(({ status }) => status === 'ready'),
    /** On their way, or being looked at. */
    pending:
      usable.filter(({ status }) => status === 'received').length +
      uploads.items.filter(({ state }) => state !== 'failed').length,
    free,
    tooMany,
    report: usable.length > 0 ? readiness.data : undefined,
    uploads,
    add: (files: readonly PickedFile[], refused: readonly Refusal[] = []) => {
      setTooMany(Math.max(0, files.length - free));
      void uploads.add(files.slice(0, free), refused);
    },
    leaveOut: (id: string) => void leaveOut(id),
  };
};

export type Photos = ReturnType<typeof usePhotos>;
