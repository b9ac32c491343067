import type { SubjectKind } from '@act/tenant-config';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Asset, Page } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import { useStudio } from '../studio.tsx';
import type { PickedFile, Refusal } from './upload/picked-file.ts';
import { useUploads } from './upload/use-uploads.ts';
import { useReadiness } from './use-readiness.ts';
import { useTrainingAssets } from './use-training-assets.ts';

interface PictureSetOptions {
  /** What they show: its rules say how many there may be. */
  readonly kind: SubjectKind;
  readonly first?: Page<Asset> | undefined;
  /** Which of all that was brought belong to it: all that train unless told. */
  readonly choose?: (assets: readonly Asset[]) => readonly Asset[];
  /** What becomes of a picture that is left out: it stays unless told, and can be taken in again. */
  readonly leftOut?: 'kept' | 'deleted';
}

const allThatTrain = (assets: readonly Asset[]): readonly Asset[] =>
  assets.filter(({ isTrainingData }) => isTrainingData).toReversed();

/**
 * All that the next training of a private person learns from, the oldest first, so that each keeps its place as others
 * come: how many may still be brought, what is on its way, and what the check says of them together.
 */
export const usePictureSet = (options: PictureSetOptions) => {
  const { kind, first, choose = allThatTrain, leftOut = 'kept' } = options;
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const bounds = brand.training.subjects[kind];
  const list = useTrainingAssets(first);
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const [tooMany, setTooMany] = useState(0);
  const pictures = choose(list.items).filter(({ id }) => !leaving.has(id));
  const usable = pictures.filter(({ status }) => status !== 'rejected');
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: [brand.id, 'assets'] }),
    [client, brand.id],
  );
  const onArrived = useCallback(() => void refresh(), [refresh]);
  const uploads = useUploads({ maximumBytes: bounds.maximumFileBytes, onArrived });
  const room = Math.max(0, bounds.maximumImages - usable.length - uploads.items.length);
  const readiness = useReadiness(usable, kind);
  return {
    list,
    bounds,
    pictures,
    ready: usable.filter(({ status }) => status === 'ready'),
    /** On their way, or being looked at. */
    pending:
      usable.filter(({ status }) => status === 'received').length +
      uploads.items.filter(({ state }) => state !== 'failed').length,
    room,
    /** So many files found no room the last time. */
    tooMany,
    report: usable.length > 0 ? readiness.data : undefined,
    uploads,
    add: (files: readonly PickedFile[], refused: readonly Refusal[] = []) => {
      setTooMany(Math.max(0, files.length - room));
      void uploads.add(files.slice(0, room), refused);
    },
    /** What cannot be used at all is deleted. @throws ApiRefusal */
    leaveOut: async ({ id, status }: Pick<Asset, 'id' | 'status'>): Promise<void> => {
      setLeaving((others) => new Set([...others, id]));
      try {
        if (leftOut === 'kept' && status !== 'rejected') {
          await api.assets.update(id, { isTrainingData: false });
        } else {
          const { kept } = await api.assets.deleteMany([id]);
          if (kept.length > 0) throw usedPicture();
        }
        uploads.release([id]);
        await refresh();
      } finally {
        setLeaving((others) => new Set([...others].filter((other) => other !== id)));
      }
    },
  };
};

/** Deleting several tells which of them stay, and refuses none. */
const usedPicture = () =>
  new ApiRefusal({
    status: 403,
    code: 'not_allowed',
    message: 'A training has used this picture.',
    hint: 'Ask an admin of the brand to delete it.',
    requestId: null,
  });

export type PictureSet = ReturnType<typeof usePictureSet>;
