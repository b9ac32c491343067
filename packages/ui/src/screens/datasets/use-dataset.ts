import type { SubjectKind } from '@act/tenant-config';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Asset, Page, ReadinessReport } from '../../api/answers.ts';
import { useStudio } from '../studio.tsx';
import { filterAssets, type PictureFilter } from './pictures/filter-assets.ts';
import { useAssetEdits } from './pictures/use-asset-edits.ts';
import { useReadiness } from './use-readiness.ts';
import { useTrainingAssets } from './use-training-assets.ts';

/** Beyond these, more are read by hand: no training takes as many. */
const mostReadAhead = 500;

/** The pictures of the brand, what is said about them, which of them are shown, and what is changed about them. */
export const useDataset = (first: Page<Asset> | undefined) => {
  const { brand } = useStudio();
  const client = useQueryClient();
  const list = useTrainingAssets(first);
  const { items, ready, hasNextPage, isFetching, isError, fetchNextPage } = list;
  const [kind, setKind] = useState<SubjectKind>('style');
  const [filter, setFilter] = useState<PictureFilter>('all');
  const [text, setText] = useState('');
  const edits = useAssetEdits();

  // Counts and edits are about all pictures, not about the first hundred.
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && items.length < mostReadAhead) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, items.length, fetchNextPage]);

  const judged = useMemo(
    () => items.filter(({ isTrainingData, status }) => isTrainingData && status !== 'rejected'),
    [items],
  );
  const readiness = useReadiness(judged, kind);
  const report = useMemo(() => withRejected(readiness.data, items), [readiness.data, items]);
  const shown = useMemo(() => filterAssets(items, { filter, text, report }), [items, filter, text, report]);
  const refresh = useCallback(
    () => void client.invalidateQueries({ queryKey: [brand.id, 'assets'] }),
    [client, brand.id],
  );
  return {
    list,
    ready,
    hasJudged: judged.length > 0,
    captioned: ready.filter(({ caption }) => caption?.trim()).length,
    report,
    /** Asks again what speaks against them; null unless that could not be had. */
    judgeAgain: readiness.isError ? () => void readiness.refetch() : null,
    kind,
    setKind,
    filter,
    setFilter,
    text,
    setText,
    shown,
    edits,
    refresh,
  };
};

export type Dataset = ReturnType<typeof useDataset>;

/** What was rejected is not judged with the others, and is not passed over in silence either. */
const withRejected = (
  report: ReadinessReport | undefined,
  assets: readonly Asset[],
): ReadinessReport | undefined => {
  const assetIds = assets.filter(({ status }) => status === 'rejected').map(({ id }) => id);
  if (!report || assetIds.length === 0) return report;
  const rejected = { code: 'rejected', severity: 'note' as const, message: '', hint: '', assetIds };
  return { ...report, reasons: [...report.reasons.filter(({ code }) => code !== rejected.code), rejected] };
};
