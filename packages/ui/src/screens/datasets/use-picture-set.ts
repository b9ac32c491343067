import type { SubjectKind } from '@act/tenant-config';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Asset, Page } from '../../api/answers.ts';
import { useStudio } from '../studio.tsx';
import type { PickedFile, Refusal } from './upload/picked-file.ts';
import { useUploads } from './upload/use-uploads.ts';
import { useReadiness } from './use-readiness.ts';
import { useTrainingAssets } from './use-training-assets.ts';

interface PictureSetOptions {
  /** What they show: its rules say how many there may be. */
  readonly kind: SubjectKind;
  readonly first?: Page<Asset> | undefined;
}

/**
 * All that the next training of a private person learns from, the oldest first, so that each keeps its place as others
 * come: how many may still be brought, what is on its way, and what the check says of them together.
 */
export const usePictureSet = ({ kind, first }: PictureSetOptions) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const bounds = brand.training.subjects[kind];
  const list = useTrainingAssets(first);
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const [tooMany, setTooMany] = useState(0);
  const pictures = useMemo(
    () => list.items.filter(({ id, isTrainingData }) => isTrainingData && !leaving.has(id)).toReversed(),
    [list.items, leaving],
  );
  const usable = useMemo(() => pictures.filter(({ status }) => status !== 'rejected'), [pictures]);
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: [brand.id, 'assets'] }),
    [client, brand.id],
  );
  const onArrived = useCallback(() => void refresh(), [refresh]);
  const uploads = useUploads({ maximumBytes: bounds.maximumFileBytes, onArrived });
  const moving = uploads.items.filter(({ state }) => state !== 'failed').length;
  const room = Math.max(0, bounds.maximumImages - usable.length - uploads.items.length);
  const readiness = useReadiness(usable, kind);
  return {
    list,
    bounds,
    pictures,
    ready: usable.filter(({ status }) => status === 'ready'),
    /** On their way, or being looked at. */
    pending: usable.filter(({ status }) => status === 'received').length + moving,
    isMoving: moving > 0,
    room,
    /** So many files found no room the last time. */
    tooMany,
    report: usable.length > 0 ? readiness.data : undefined,
    uploads,
    add: (files: readonly PickedFile[], refused: readonly Refusal[] = []) => {
      setTooMany(Math.max(0, files.length - room));
      void uploads.add(files.slice(0, room), refused);
    },
    /** It stays, and can be taken in again; what cannot be used at all is deleted. */
    leaveOut: async ({ id, status }: Pick<Asset, 'id' | 'status'>): Promise<void> => {
      setLeaving((others) => new Set([...others, id]));
      try {
        if (status === 'rejected') await api.assets.deleteMany([id]);
        else await api.assets.update(id, { isTrainingData: false });
        uploads.release([id]);
        await refresh();
      } finally {
        setLeaving((others) => new Set([...others].filter((other) => other !== id)));
      }
    },
  };
};

export type PictureSet = ReturnType<typeof usePictureSet>;
