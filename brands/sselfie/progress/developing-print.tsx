'use client';

import type { TrainingJob } from '@act/ui/api/answers';
import { keepRising } from '@act/ui/jobs/progress';
import { useStudio } from '@act/ui/screens/studio';
import { useTrainingAssets } from '@act/ui/studio/datasets/use-training-assets';
import { useRef } from 'react';

/** A selfie that comes out of the paper as the training goes on. */
export function DevelopingPrint({ job }: { readonly job: TrainingJob }) {
  const { api } = useStudio();
  const { items } = useTrainingAssets();
  const highest = useRef(0);
  highest.current = keepRising(highest.current, job.progress);
  const selfie = items.find(({ id }) => id === job.trainingAssetIds[0]);
  const left = job.status === 'completed' ? 0 : 1 - highest.current / 100;
  return (
    <div aria-hidden className="print -rotate-1 mx-auto w-full max-w-40 pb-6 md:max-w-72 md:pb-10">
      <div className="plate aspect-[4/5] overflow-hidden bg-[#e9ddc9]">
        {selfie && (
          <img
            src={selfie.thumbnailUrl ?? api.assets.imageUrl(selfie)}
            alt=""
            className="size-full object-cover transition-[filter,opacity] duration-200"
            style={{
              opacity: 1 - left * 0.82,
              filter: `sepia(${left}) blur(${(left * 9).toFixed(1)}px)`,
            }}
          />
        )}
      </div>
    </div>
  );
}
