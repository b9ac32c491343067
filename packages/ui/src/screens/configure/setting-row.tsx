'use client';

import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { Field } from '../../primitives/field.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';

interface SettingRowProps {
  readonly label: string;
  /** What it does and when to touch it. */
  readonly why: string;
  /** What the trainer takes. */
  readonly bounds: string;
  readonly isChanged: boolean;
  readonly error?: string | undefined;
  /** The control. */
  readonly children: ReactNode;
  readonly onReset: () => void;
}

/** One setting: what it is called, its control, why one would change it, and the way back. */
export function SettingRow({ label, why, bounds, isChanged, error, children, onReset }: SettingRowProps) {
  const words = useWords('configure');
  return (
    <li
      className={classNames(
        'relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-line px-4 py-3.5 not-last:border-b',
        isChanged &&
          'bg-accent-soft/60 before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-accent-ink',
      )}
    >
      <Field
        label={
          <>
            {label}
            {isChanged && (
              <span className="ml-2 font-normal text-accent-ink text-xs">{words('changed')}</span>
            )}
          </>
        }
        error={error}
        hint={
          <>
            {why} <span className="figures whitespace-nowrap">{bounds}</span>
          </>
        }
        className="sm:grid sm:grid-cols-[minmax(0,1fr)_190px] sm:gap-x-8 sm:[&>*:nth-child(2)]:col-start-2 sm:[&>*:nth-child(2)]:row-span-3 sm:[&>*:nth-child(2)]:row-start-1 sm:[&>*:nth-child(2)]:self-center sm:[&>p]:col-start-1 sm:[&>p]:max-w-[62ch]"
      >
        {children}
      </Field>
      <span className="flex w-8 items-start pt-0.5 sm:items-center sm:pt-0 pointer-coarse:w-11">
        <IconButton
          size="small"
          label={words('reset', { name: label })}
          icon={<Undo2 aria-hidden size={15} />}
          onClick={onReset}
          className={isChanged ? undefined : 'invisible'}
        />
      </span>
    </li>
  );
}
