'use client';

import { Check, Images, ListChecks, Sparkles } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { studioPaths } from '../studio-paths.ts';
import { type LadderStep, ladderSteps } from './ladder.ts';

const icons = {
  upload: <Images aria-hidden size={20} strokeWidth={1.5} />,
  train: <ListChecks aria-hidden size={20} strokeWidth={1.5} />,
  generate: <Sparkles aria-hidden size={20} strokeWidth={1.5} />,
};
const hrefs = { upload: studioPaths.upload, train: studioPaths.configure, generate: studioPaths.generate };

interface OnboardingLadderProps {
  readonly step: LadderStep;
  readonly isViewer: boolean;
}

/** From nothing to a first picture: three steps, one of which is next. */
export function OnboardingLadder({ step, isViewer }: OnboardingLadderProps) {
  const words = useWords('overview.ladder');
  const now = ladderSteps.indexOf(step);
  return (
    <section aria-label={words('title')} className="overflow-hidden rounded-lg border border-line bg-raised">
      <header className="px-5 pt-5 md:px-6">
        <h2 className="font-display font-semibold text-lg">{words('title')}</h2>
        <p className="mt-0.5 max-w-prose text-muted">{words('line')}</p>
      </header>
      <ol className="mt-5 grid border-line border-t md:grid-cols-3">
        {ladderSteps.map((name, index) => {
          const isNow = index === now;
          return (
            <li
              key={name}
              aria-current={isNow ? 'step' : undefined}
              className={classNames(
                'flex flex-col items-start gap-1 border-line p-5 not-first:max-md:border-t not-first:md:border-l md:px-6',
                isNow ? 'bg-accent-soft' : index > now && 'text-muted',
              )}
            >
              <span className="flex w-full items-center justify-between">
                <span className={isNow ? 'text-accent-ink' : 'text-muted'}>{icons[name]}</span>
                {index < now ? (
                  <Check aria-label={words('done')} size={18} className="text-good" />
                ) : (
                  <span className="figures text-muted text-sm">{index + 1}</span>
                )}
              </span>
              <h3 className="mt-2 font-semibold">{words(`${name}.title`)}</h3>
              <p className="max-w-[44ch] text-sm">{words(`${name}.line`)}</p>
              {isNow && !isViewer && (
                <ButtonLink href={hrefs[name]} variant="primary" className="mt-3">
                  {words(`${name}.do`)}
                </ButtonLink>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
