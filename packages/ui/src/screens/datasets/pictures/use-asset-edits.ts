import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Asset, Page } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { notify } from '../../../primitives/notify.ts';
import { useStudio } from '../../studio.tsx';
import { useRefusalWords } from '../../use-refusal-words.ts';
import { type Edit, type EditStep, reverseStep, withoutFailed } from './edits.ts';
import { runAtOnce } from './run-at-once.ts';

type Pages = InfiniteData<Page<Asset>>;

export interface AssetEdits {
  /** @returns whether all of it was kept */
  readonly apply: (step: EditStep | null) => Promise<boolean>;
  /** What `undo` would take back. */
  readonly last: EditStep | null;
  readonly undo: () => Promise<EditStep | null>;
  readonly isSaving: boolean;
}

const atOnce = 4;

/** Changes are shown at once, taken back with a word where they were refused, and by hand one step at a time. */
export const useAssetEdits = (): AssetEdits => {
  const words = useWords('datasets');
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const describe = useRefusalWords();
  const [steps, setSteps] = useState<readonly EditStep[]>([]);
  const [saving, setSaving] = useState(0);
  const isUndoing = useRef(false);

  const change = useCallback(
    (edits: readonly Pick<Edit, 'assetId' | 'after'>[]) => {
      const changes = new Map(edits.map(({ assetId, after }) => [assetId, after]));
      client.setQueryData<Pages>([brand.id, 'assets'], (data) => data && changePages(data, changes));
    },
    [client, brand.id],
  );

  const save = useCallback(
    async ({ edits }: EditStep): Promise<ReadonlySet<string>> => {
      setSaving((count) => count + 1);
      // A list that was asked for before would show the old state again.
      await client.cancelQueries({ queryKey: [brand.id, 'assets'] });
      change(edits);
      const failed: Edit[] = [];
      let reason: unknown = null;
      await runAtOnce(edits, atOnce, async (edit) => {
        try {
          await api.assets.update(edit.assetId, edit.after);
        } catch (error) {
          failed.push(edit);
          reason = error;
        }
      });
      change(failed.map(({ assetId, before }) => ({ assetId, after: before })));
      setSaving((count) => count - 1);
      const [first] = failed;
      if (first) {
        const title = words('notChanged', { count: failed.length, name: first.name });
        notify('error', title, { description: describe(reason) });
      }
      return new Set(failed.map(({ assetId }) => assetId));
    },
    [api, brand.id, client, change, words, describe],
  );

  const apply = useCallback(
    async (step: EditStep | null) => {
      if (!step) return true;
      const failedIds = await save(step);
      const done = withoutFailed(step, failedIds);
      if (done) setSteps((all) => [...all, done]);
      return failedIds.size === 0;
    },
    [save],
  );

  const last = steps.at(-1) ?? null;
  const undo = useCallback(async () => {
    if (!last || isUndoing.current) return null;
    isUndoing.current = true;
    setSteps((all) => all.slice(0, -1));
    const assets = client.getQueryData<Pages>([brand.id, 'assets'])?.pages.flatMap(({ items }) => items);
    const backwards = reverseStep(last, assets ?? []);
    await save(backwards);
    isUndoing.current = false;
    return backwards;
  }, [last, client, brand.id, save]);

  return { apply, last, undo, isSaving: saving > 0 };
};

const changePages = (data: Pages, changes: ReadonlyMap<string, Edit['after']>): Pages => ({
  ...data,
  pages: data.pages.map((page) => ({
    ...page,
    items: page.items.map((asset) => ({ ...asset, ...changes.get(asset.id) })),
  })),
});
