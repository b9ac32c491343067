'use client';

import { type ComponentProps, useState } from 'react';
import { Input } from './input.tsx';

interface NumberInputProps
  extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange' | 'type'> {
  /** Null where nothing is written. */
  readonly value: number | null;
  /** Told while somebody writes, whenever what stands there is a number; null only where nothing may stand. */
  readonly onNumber: (value: number | null) => void;
  readonly mayBeEmpty?: boolean | undefined;
}

const read = (text: string): number | null => {
  const written = text.trim().replace(',', '.');
  return written !== '' && Number.isFinite(Number(written)) ? Number(written) : null;
};

/** A number as somebody writes it: half-written ones stay as they are until the field is left. */
export function NumberInput({ value, onNumber, mayBeEmpty = false, onBlur, ...rest }: NumberInputProps) {
  const [text, setText] = useState<string | null>(null);
  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={text ?? (value === null ? '' : String(value))}
      onChange={(event) => {
        setText(event.target.value);
        const number = read(event.target.value);
        if (number !== null || (mayBeEmpty && event.target.value.trim() === '')) onNumber(number);
      }}
      onBlur={(event) => {
        setText(null);
        onBlur?.(event);
      }}
    />
  );
}
