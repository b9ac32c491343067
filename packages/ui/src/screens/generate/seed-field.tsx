'use client';

import { Dices, Lock, LockOpen } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Input } from '../../primitives/input.tsx';
import { drawSeed, maximumSeed } from './base-bounds.ts';

interface SeedFieldProps {
  /** Null while each run draws its own. */
  readonly seed: number | null;
  /** Of the last run, which the lock takes. */
  readonly lastSeed: number | null;
  readonly onChange: (seed: number | null) => void;
}

/** A seed is locked while it stands in the field; open, every run draws one. */
export function SeedField({ seed, lastSeed, onChange }: SeedFieldProps) {
  const words = useWords('generate');
  const isLocked = seed !== null;
  return (
    <Field label={words('seed')} hint={words(isLocked ? 'seedLocked' : 'seedOpen')}>
      <span className="flex gap-1.5">
        <Input
          inputMode="numeric"
          aria-label={words('seed')}
          placeholder={words('seedAny')}
          className="figures"
          value={seed ?? ''}
          onChange={(event) => onChange(toSeed(event.target.value))}
        />
        <IconButton
          label={words(isLocked ? 'unlockSeed' : 'lockSeed')}
          aria-pressed={isLocked}
          icon={isLocked ? <Lock size={17} /> : <LockOpen size={17} />}
          onClick={() => onChange(isLocked ? null : (lastSeed ?? drawSeed()))}
        />
        <IconButton label={words('dice')} icon={<Dices size={18} />} onClick={() => onChange(drawSeed())} />
      </span>
    </Field>
  );
}

const toSeed = (text: string) => {
  const digits = text.replace(/\D/g, '').slice(0, 10);
  return digits === '' ? null : Math.min(maximumSeed, Number(digits));
};
