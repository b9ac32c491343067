import { type AspectRatio, isAspectRatio } from '@act/ui/studio/generate/aspect-ratios';
import { readText } from '../traits/twin-traits.ts';

/** How many at once: one to try, or a few to choose from. */
export const counts = [1, 2, 4] as const;

/** What somebody wants to see of a twin. */
export interface Ask {
  readonly text: string;
  readonly count: (typeof counts)[number];
  readonly aspectRatio: AspectRatio;
}

export const longestText = 600;
export const firstAsk: Ask = { text: '', count: 4, aspectRatio: '1:1' };

/** What was kept, as far as it can still be read. */
export const parseAsk = (kept: unknown): Ask => {
  const count: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'count') : undefined;
  const ratio = readText(kept, 'aspectRatio', 10);
  return {
    text: readText(kept, 'text', longestText),
    count: counts.find((one) => one === count) ?? firstAsk.count,
    aspectRatio: isAspectRatio(ratio) ? ratio : firstAsk.aspectRatio,
  };
};
