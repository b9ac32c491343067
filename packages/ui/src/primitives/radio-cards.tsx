'use client';

import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export interface RadioCard<Value extends string = string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** One sentence. */
  readonly hint?: ReactNode;
  /** At the right: a price, a time. */
  readonly aside?: ReactNode;
  readonly picture?: ReactNode;
  readonly isDisabled?: boolean | undefined;
}

interface RadioCardsProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly value: Value | null;
  readonly cards: readonly RadioCard<Value>[];
  readonly onChoose: (value: Value) => void;
  readonly className?: string | undefined;
}

/** A choice worth a sentence each. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, isLabelHidden, value, cards, onChoose, className = 'sm:grid-cols-3' } = props;
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={isLabelHidden ? 'sr-only' : 'mb-2 font-medium text-sm'}>{label}</legend>
      <div className={classNames('grid gap-2', className)}>
        {cards.map((card) => (
          <label
            key={card.value}
            className={classNames(
              'relative flex flex-col gap-1 rounded-lg border border-line bg-raised p-3.5 transition-colors duration-100 hover:border-edge',
              'has-checked:border-accent-ink has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent-ink has-checked:ring-inset',
              'has-disabled:opacity-50 has-focus-visible:outline-2 has-focus-visible:outline-accent-ink has-focus-visible:outline-offset-2',
            )}
          >
            <input
              type="radio"
              name={name}
              value={card.value}
              checked={card.value === value}
              disabled={card.isDisabled}
              onChange={() => onChoose(card.value)}
              className="sr-only"
            />
            {card.picture}
            <span className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{card.label}</span>
              {card.aside && <span className="figures text-muted text-sm">{card.aside}</span>}
            </span>
            {card.hint && <span className="flex flex-1 flex-col text-muted text-sm">{card.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
