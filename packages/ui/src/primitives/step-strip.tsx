'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { useWords } from '../messages/use-words.ts';
import { classNames } from './class-names.ts';

export interface Step {
  readonly id: string;
  readonly label: string;
  readonly state: 'done' | 'now' | 'ahead';
  /** Where a click leads; a step without one cannot be entered yet. */
  readonly href?: string | undefined;
}

const rings = {
  done: 'border-accent bg-accent text-accent-text',
  now: 'border-accent-ink text-accent-ink',
  ahead: 'border-edge text-muted',
};

/** The way from pictures to a model; the step stands in the address. */
export function StepStrip({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const words = useWords('steps');
  return (
    <nav aria-label={label}>
      <ol className="flex items-center gap-1 sm:gap-2">
        {steps.map((step, index) => {
          const content = (
            <>
              <span
                className={classNames(
                  'figures grid size-6 shrink-0 place-items-center rounded-full border-[1.5px] text-xs',
                  rings[step.state],
                )}
              >
                {step.state === 'done' ? <Check aria-hidden size={13} strokeWidth={3} /> : index + 1}
              </span>
              <span
                className={classNames(
                  'truncate text-sm',
                  step.state === 'now' ? 'font-medium text-text' : 'text-muted max-sm:sr-only',
                )}
              >
                {step.label}
                {step.state === 'done' && <span className="sr-only">, {words('done')}</span>}
              </span>
            </>
          );
          const look = 'flex min-w-0 items-center gap-2 rounded-md py-1.5 pr-1';
          return (
            <li
              key={step.id}
              className={classNames(
                'flex min-w-0 items-center gap-1 sm:gap-2',
                // The label has as much room as it needs, and the lines share the rest.
                index < steps.length - 1 && 'max-sm:flex-auto',
              )}
            >
              {step.href ? (
                <Link
                  href={step.href}
                  aria-current={step.state === 'now' ? 'step' : undefined}
                  className={classNames(look, 'hover:[&_span]:text-text')}
                >
                  {content}
                </Link>
              ) : (
                <span aria-current={step.state === 'now' ? 'step' : undefined} className={look}>
                  {content}
                </span>
              )}
              {index < steps.length - 1 && (
                <span aria-hidden className="h-px min-w-2 flex-1 bg-line sm:w-6" />
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
