import { useStudio } from '@act/ui/screens/studio';
import { useQuote } from '@act/ui/studio/configure/use-quote';
import { useStart } from '@act/ui/studio/configure/use-start';
import type { PictureSet } from '@act/ui/studio/datasets/use-picture-set';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { progressPath } from '../progress/progress-path.ts';
import type { Draft } from './draft.ts';
import { findObstacle } from './find-obstacle.ts';

interface StartingOptions {
  readonly draft: Draft;
  readonly selfies: PictureSet;
  readonly onStarted: () => void;
}

/** Begins the training once, and says what it costs and what is still missing. */
export const useStarting = ({ draft, selfies, onStarted }: StartingOptions) => {
  const { brand } = useStudio();
  const client = useQueryClient();
  const router = useRouter();
  const quote = useQuote('flux', {});
  const [isStarting, setIsStarting] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const wish = {
    name: draft.name.trim(),
    modelType: 'flux' as const,
    subjectKind: 'person' as const,
    trainingAssetIds: selfies.ready.map(({ id }) => id),
    config: draft.word === '' ? {} : { triggerWord: draft.word },
    metadata: draft.gender === null ? {} : { gender: draft.gender },
    // What speaks against a selfie without forbidding it stands beneath it.
    trainAnyway: true,
  };
  const { start, refusal } = useStart({
    wish,
    chosen: JSON.stringify(wish),
    onStarted: (jobId) => {
      onStarted();
      void client.invalidateQueries({ queryKey: [brand.id, 'assets'] });
      router.push(progressPath(jobId));
    },
  });
  const obstacle = findObstacle({
    draft,
    isKnown: selfies.list.isSuccess,
    pending: selfies.pending,
    ready: selfies.ready.length,
    least: selfies.bounds.minimumImages,
    isBlocked: selfies.report?.reasons.some(({ severity }) => severity === 'blocks') ?? false,
  });
  const begin = async () => {
    setWasTried(true);
    if (obstacle !== null || isStarting) return;
    setIsStarting(true);
    await start().finally(() => setIsStarting(false));
  };
  return { quote, obstacle, wasTried, isStarting, refusal, begin: () => void begin() };
};

export type Starting = ReturnType<typeof useStarting>;
