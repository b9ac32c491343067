'use client';

import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { type CountVerdict, judgeCount, type PictureCounts } from '../lora-draft.ts';

interface ReferenceMeterProps {
  readonly count: number;
  readonly counts: PictureCounts;
}

const tones: Record<CountVerdict, string> = {
  none: 'text-muted',
  few: 'text-warn',
  enough: 'text-text',
  best: 'text-good',
  plenty: 'text-text',
  many: 'text-bad',
};

/** A stroke for each picture that one LoRA takes; the best number is underlined. */
export function ReferenceMeter({ count, counts }: ReferenceMeterProps) {
  const words = useWords('lora.references');
  const { least, best, most } = counts;
  const [from, to] = best;
  const verdict = judgeCount(count, counts);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="figures font-display font-semibold text-xl leading-8">
        <span className="sr-only">{words('meter', { count, most })}</span>
        <span aria-hidden>
          {count}
          <span className="text-muted text-md"> / {most}</span>
        </span>
      </p>
      <div aria-hidden className="flex gap-[3px]">
        {Array.from({ length: most }, (_, index) => (
          <span key={index} className="flex flex-col gap-[3px]">
            <span
              className={classNames(
                'h-5 w-2',
                index >= count ? 'bg-edge/30' : count < least ? 'bg-warn' : 'bg-accent',
              )}
            />
            <span className={classNames('h-[3px] w-2', index + 1 >= from && index + 1 <= to && 'bg-good')} />
          </span>
        ))}
      </div>
      <p role="status" className={classNames('min-w-48 flex-1 text-sm', tones[verdict])}>
        {words(verdict, { least, missing: Math.max(0, least - count), from, to, most })}
      </p>
    </div>
  );
}
