import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { PickedFile, Refusal } from '../../screens/datasets/upload/picked-file.ts';
import { useUploads } from '../../screens/datasets/upload/use-uploads.ts';
import { useTrainingAssets } from '../../screens/datasets/use-training-assets.ts';
import { useStudio } from '../../screens/studio.tsx';
import { type LoraDraft, withArrived } from '../lora-draft.ts';

interface ReferencesOptions {
  readonly draft: LoraDraft;
  readonly isRead: boolean;
  readonly onChange: (change: (draft: LoraDraft) => LoraDraft) => void;
}

/** The pictures of the draft: on their way, arrived, and those of before that could join them. */
export const useReferences = ({ draft, isRead, onChange }: ReferencesOptions) => {
  const { brand } = useStudio();
  const client = useQueryClient();
  const settings = brand.training.subjects[draft.kind];
  const list = useTrainingAssets();
  const refresh = useCallback(
    () => void client.invalidateQueries({ queryKey: [brand.id, 'assets'] }),
    [client, brand.id],
  );
  const uploads = useUploads({ maximumBytes: settings.maximumFileBytes, onArrived: refresh });
  const [leftOut, setLeftOut] = useState(0);
  const { addedIds } = uploads.tally;
  useEffect(() => {
    // What arrives belongs to the draft from then on, also where it is closed in between.
    if (isRead && addedIds.length > 0) onChange((now) => withArrived(now, addedIds, settings.maximumImages));
  }, [isRead, addedIds, onChange, settings.maximumImages]);
  const chosen = draft.assetIds.flatMap((id) => list.items.find((asset) => asset.id === id) ?? []);
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    // It may have been uploaded long ago.
    if (chosen.length < draft.assetIds.length && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [chosen.length, draft.assetIds.length, hasNextPage, isFetching, isError, fetchNextPage]);
  // What has arrived is on the list a moment later.
  const arriving = list.isFetching ? draft.assetIds.length - chosen.length : 0;
  const moving = uploads.items.filter(({ state }) => state !== 'failed').length;
  const room = Math.max(0, settings.maximumImages - draft.assetIds.length - moving);
  return {
    list,
    uploads,
    chosen,
    arriving,
    /** Uploaded before, and not in this draft. */
    earlier: list.ready.filter(({ id }) => !draft.assetIds.includes(id)),
    room,
    /** So many files found no room the last time. */
    leftOut,
    add: (files: readonly PickedFile[], refused: readonly Refusal[] = []) => {
      setLeftOut(Math.max(0, files.length - room));
      void uploads.add(files.slice(0, room), refused);
    },
  };
};

export type References = ReturnType<typeof useReferences>;
