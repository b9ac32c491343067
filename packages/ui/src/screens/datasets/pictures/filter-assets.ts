import type { Asset, ReadinessReport } from '../../../api/answers.ts';

/** Which pictures are shown: all, some by their state, or those that a line of the readiness is about. */
export type PictureFilter = 'all' | 'uncaptioned' | 'leftOut' | 'rejected' | `reason:${string}`;

export const stateFilters = ['all', 'uncaptioned', 'leftOut', 'rejected'] as const;

interface FilterOptions {
  readonly filter: PictureFilter;
  /** Words that stand in the caption or the name. */
  readonly text: string;
  readonly report: ReadinessReport | undefined;
}

const isUncaptioned = ({ status, isTrainingData, caption }: Asset): boolean =>
  status === 'ready' && isTrainingData && !caption?.trim();

const isLeftOut = ({ status, isTrainingData }: Asset): boolean => status !== 'rejected' && !isTrainingData;

/** The pictures that are shown, in their order. */
export const filterAssets = (
  assets: readonly Asset[],
  { filter, text, report }: FilterOptions,
): readonly Asset[] => {
  const words = text.trim().toLocaleLowerCase();
  const byFilter = filter === 'all' ? assets : assets.filter(passes(filter, report));
  if (!words) return byFilter;
  return byFilter.filter(({ caption, name }) =>
    `${caption ?? ''}\n${name}`.toLocaleLowerCase().includes(words),
  );
};

const passes = (filter: PictureFilter, report: ReadinessReport | undefined): ((asset: Asset) => boolean) => {
  if (filter === 'uncaptioned') return isUncaptioned;
  if (filter === 'leftOut') return isLeftOut;
  if (filter === 'rejected') return ({ status }) => status === 'rejected';
  const code = filter.slice('reason:'.length);
  const ids = new Set(report?.reasons.find((reason) => reason.code === code)?.assetIds);
  return ({ id }) => ids.has(id);
};
