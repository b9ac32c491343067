'use client';

import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { AlertDialog } from '../../primitives/alert-dialog.tsx';
import { usePrice } from '../../primitives/price.tsx';
import { costOfRetry } from './job-acts.ts';

export interface Asked {
  readonly act: 'cancel' | 'retry';
  readonly jobs: readonly TrainingJob[];
}

interface AskAboutActProps {
  readonly asked: Asked;
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<void>;
}

/** Asked before money is spent or lost; what can be taken back is not asked about. */
export function AskAboutAct({ asked: { act, jobs }, onClose, onConfirm }: AskAboutActProps) {
  const [words, toPrice] = [useWords('jobs'), usePrice()];
  const cost = act === 'retry' ? costOfRetry(jobs) : null;
  const price = cost === null ? undefined : toPrice(cost);
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={words(`ask.${act}`, { count: jobs.length })}
      consequences={
        act === 'cancel'
          ? [words('ask.cancelEnds'), words('ask.cancelCosts'), words('ask.cancelKeeps')]
          : [
              ...(price ? [words('ask.retryCosts', { price })] : []),
              words('ask.retrySame'),
              words('ask.retryPaid'),
            ]
      }
      confirmLabel={words(`acts.${act}`)}
      cost={price}
      isDangerous={act === 'cancel'}
      onConfirm={onConfirm}
    />
  );
}
