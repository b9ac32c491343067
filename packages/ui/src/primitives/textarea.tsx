'use client';

import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { controlLook } from './control-look.ts';
import { useField } from './field.tsx';
import { useReadOnly } from './use-read-only.ts';

/** Grows with its text where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useField()}
      {...rest}
      readOnly={useReadOnly(rest)}
      rows={rows}
      style={{ minHeight: rows * 20 + 18 }}
      className={classNames(controlLook, 'field-sizing-content max-h-80 resize-y py-2', className)}
    />
  );
}
