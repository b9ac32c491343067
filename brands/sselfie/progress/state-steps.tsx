import type { TrainingJob } from '@act/ui/api/answers';
import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toSteps } from './founding-states.ts';

const looks = {
  done: 'border-transparent bg-good-soft text-good',
  now: 'border-accent-ink bg-raised text-accent-ink',
  ahead: 'border-edge/40 text-muted',
  broken: 'border-transparent bg-bad-soft text-bad',
};

/** Three words for where it stands. */
export function StateSteps({ job }: { readonly job: TrainingJob }) {
  const words = useTranslations('sselfie.progress');
  return (
    <ol aria-label={words('way')} className="flex gap-2">
      {toSteps(job).map(({ name, state }, index) => (
        <li
          key={name}
          aria-current={state === 'now' ? 'step' : undefined}
          className="flex min-w-0 flex-1 flex-col items-center gap-1.5 text-center text-sm"
        >
          <span
            className={`grid size-8 place-items-center rounded-full border-2 font-display ${looks[state]}`}
          >
            {state === 'done' ? (
              <Check aria-hidden size={15} strokeWidth={3} />
            ) : state === 'broken' ? (
              <X aria-hidden size={15} strokeWidth={3} />
            ) : (
              <span aria-hidden>{index + 1}</span>
            )}
          </span>
          <span className={state === 'now' ? 'font-medium' : 'text-muted'}>
            {words(`states.${name}`)}
            <span className="sr-only"> {words(`stepStates.${state}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
