import type { Asset } from '../../../api/answers.ts';

/** What happens to captions that are there. */
export const captionModes = ['skip', 'append', 'overwrite'] as const;
export type CaptionMode = (typeof captionModes)[number];

/** Some pictures that are asked about together. */
interface CaptionCall {
  readonly assetIds: readonly string[];
  /** What the caption begins with: the trigger word, or what stood there. */
  readonly prefix?: string;
  readonly overwrite: boolean;
}

export interface CaptionPlan {
  readonly calls: readonly CaptionCall[];
  readonly total: number;
  /** Too long to be gone on from. */
  readonly tooLong: readonly string[];
}

interface PlanOptions {
  readonly mode: CaptionMode;
  readonly startsWithTrigger: boolean;
}

/** The engine takes no longer beginning, and adds a space to it. */
const longestPrefix = 200;
/** Few enough that stopping stops soon, enough that the engine is never without work. */
const perCall = 4;

/**
 * Which captions are asked for, in which portions. To append is to begin with what stands there, so each of those is a
 * call of its own.
 */
export const planCaptions = (
  assets: readonly Pick<Asset, 'id' | 'caption'>[],
  { mode, startsWithTrigger }: PlanOptions,
): CaptionPlan => {
  const written = assets.filter(({ caption }) => caption?.trim());
  const empty = assets.filter(({ caption }) => !caption?.trim());
  const fresh = mode === 'overwrite' ? assets : empty;
  const overwrite = mode === 'overwrite';
  const portions = portionsOf(fresh, perCall).map((portion) => ({
    assetIds: portion.map(({ id }) => id),
    overwrite,
    ...(startsWithTrigger && { prefix: '[brand], ' }),
  }));
  const begun =
    mode === 'append' ? written.map(({ id, caption }) => ({ id, prefix: toBeginning(caption) })) : [];
  const appended = begun
    .filter(({ prefix }) => prefix.length <= longestPrefix)
    .map(({ id, prefix }) => ({ assetIds: [id], overwrite: true, prefix }));
  return {
    calls: [...portions, ...appended],
    total: fresh.length + appended.length,
    tooLong: begun.filter(({ prefix }) => prefix.length > longestPrefix).map(({ id }) => id),
  };
};

const toBeginning = (caption: string | null) => `${(caption ?? '').trim().replace(/[,;\s]+$/, '')}, `;

const portionsOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
