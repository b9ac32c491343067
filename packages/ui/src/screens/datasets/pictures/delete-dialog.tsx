'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../../messages/use-words.ts';
import { AlertDialog } from '../../../primitives/alert-dialog.tsx';
import { notify } from '../../../primitives/notify.ts';
import { useStudio } from '../../studio.tsx';
import { useRefusalWords } from '../../use-refusal-words.ts';

interface DeleteDialogProps {
  readonly assetIds: readonly string[] | null;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

/** The interface takes so many at a time. */
const perCall = 200;

/** Deleting is for good, and is asked about; leaving out can be taken back. */
export function DeleteDialog({ assetIds, onDeleted, onClose }: DeleteDialogProps) {
  const words = useWords('datasets.deletion');
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const describe = useRefusalWords();
  const count = assetIds?.length ?? 0;
  const confirm = async () => {
    const all = assetIds ?? [];
    let kept = 0;
    try {
      for (let at = 0; at < all.length; at += perCall)
        kept += (await api.assets.deleteMany(all.slice(at, at + perCall))).kept.length;
    } catch (error) {
      return notify('error', words('notDone'), { description: describe(error) });
    } finally {
      // Some may be gone when others are refused.
      await client.invalidateQueries({ queryKey: [brand.id, 'assets'] });
    }
    onDeleted();
    if (kept > 0) notify('error', words('kept', { count: kept }), { description: words('keptWhy') });
    else notify('success', words('done', { count: all.length }));
  };
  return (
    <AlertDialog
      isOpen={assetIds !== null}
      onClose={onClose}
      title={words('title', { count })}
      consequences={[words('forGood'), words('models'), words('instead')]}
      confirmLabel={words('confirm', { count })}
      isDangerous
      onConfirm={confirm}
    />
  );
}
