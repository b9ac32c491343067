import type { ReactNode } from 'react';
import { classNames } from '../primitives/class-names.ts';

interface PageBodyProps {
  readonly children: ReactNode;
  /** Text and forms are kept narrow; tables and pictures take the room there is. */
  readonly width?: 'text' | 'form' | 'full' | undefined;
}

const widths = { text: 'max-w-[70ch]', form: 'max-w-5xl', full: '' };

export function PageBody({ children, width = 'full' }: PageBodyProps) {
  return (
    <div className={classNames('flex w-full flex-col gap-6 px-4 py-6 md:px-6', widths[width])}>
      {children}
    </div>
  );
}
