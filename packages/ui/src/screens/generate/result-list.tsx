'use client';

import type { Generation } from '../../api/answers.ts';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { usePainterName } from '../gallery/use-painter-name.ts';
import { type ResultActions, ResultTiles } from './result-tiles.tsx';

interface ResultListProps extends ResultActions {
  readonly generations: readonly Generation[];
  readonly canChange: boolean;
}

/** What was asked for, the newest first. */
export function ResultList({ generations, canChange, ...actions }: ResultListProps) {
  const painterName = usePainterName();
  return (
    <div className="flex min-w-0 flex-col gap-7">
      {generations.map((generation) => (
        <article
          key={generation.id}
          className="[contain-intrinsic-size:auto_320px] [content-visibility:auto]"
        >
          <h2 className="mb-2 flex items-baseline gap-3 font-normal text-sm">
            <span className="line-clamp-1 min-w-0 flex-1">{generation.prompt}</span>
            <span className="figures shrink-0 text-muted text-xs">
              {painterName(generation)} · <RelativeTime at={generation.createdAt} />
            </span>
          </h2>
          <div className="grid grid-cols-2 items-start gap-1 xl:grid-cols-4">
            <ResultTiles generation={generation} canChange={canChange} {...actions} />
          </div>
        </article>
      ))}
    </div>
  );
}
