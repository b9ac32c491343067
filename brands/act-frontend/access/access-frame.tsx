import type { ReactNode } from 'react';
import { brand } from '../brand.config.ts';
import { RegistrationMarks } from './registration-marks.tsx';

export interface AccessFrameProps {
  readonly pitch: string;
  readonly title: string;
  readonly lead?: ReactNode;
  /** At the top right: the language. */
  readonly corner?: ReactNode;
  readonly children: ReactNode;
  /** Below the form, apart from it. */
  readonly aside?: ReactNode;
}

/** Around every page on which nobody is in a brand yet. */
export function AccessFrame({ pitch, title, lead, corner, children, aside }: AccessFrameProps) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] lg:grid-rows-1 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <div className="relative flex flex-col justify-between gap-6 overflow-hidden border-[#2a2e33] bg-[#101214] max-lg:border-b lg:border-r px-5 py-5 text-[#eceef0] sm:px-8 lg:px-12 lg:py-12">
        <p className="relative font-display font-semibold text-md tracking-tight">{brand.name}</p>
        <RegistrationMarks className="absolute inset-0 hidden size-full lg:block" />
        <p className="relative hidden max-w-[22ch] text-balance font-display font-medium text-xl lg:block">
          {pitch}
        </p>
      </div>
      <main className="flex flex-col px-5 py-6 sm:px-8 lg:px-16 lg:py-12">
        <div className="flex justify-end">{corner}</div>
        <div className="mx-auto flex w-full max-w-[26rem] flex-1 flex-col justify-center py-8">
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
          {lead && <p className="mt-2 text-muted">{lead}</p>}
          <div className="mt-6">{children}</div>
          {aside}
        </div>
      </main>
    </div>
  );
}
