'use client';

import type { Generation } from '@act/ui/api/answers';
import { RelativeTime } from '@act/ui/primitives/relative-time';
import { type ResultActions, ResultTiles } from '@act/ui/screens/generate/result-tiles';

interface PictureListProps extends ResultActions {
  readonly generations: readonly Generation[];
  readonly canChange: boolean;
}

/** What was asked of a twin, the newest first, each in the words in which it was asked. */
export function PictureList({ generations, canChange, ...actions }: PictureListProps) {
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {generations.map((generation) => (
        <article key={generation.id}>
          <h2 className="mb-2 flex items-baseline gap-3 text-base">
            <span className="line-clamp-2 min-w-0 flex-1">{generation.prompt}</span>
            <span className="figures shrink-0 font-normal text-muted text-xs">
              <RelativeTime at={generation.createdAt} />
            </span>
          </h2>
          <div className="grid grid-cols-2 items-start gap-2 lg:grid-cols-4 [&_figure]:rounded-md">
            <ResultTiles generation={generation} canChange={canChange} {...actions} />
          </div>
        </article>
      ))}
    </div>
  );
}
