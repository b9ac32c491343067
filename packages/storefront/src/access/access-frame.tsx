import type { ReactNode } from 'react';

export interface AccessFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** At the top right: the language. */
  readonly corner?: ReactNode;
  readonly children: ReactNode;
  /** Below the form, apart from it. */
  readonly aside?: ReactNode;
}

/** A page on which nobody is in a brand yet: one thing to do, beside the panel of its layout. */
export const AccessFrame = ({ title, lead, corner, children, aside }: AccessFrameProps) => (
  <main className="flex flex-col px-5 py-6 sm:px-8 lg:px-16 lg:py-12">
    <div className="flex min-h-9 justify-end">{corner}</div>
    <div className="mx-auto flex w-full max-w-[26rem] flex-1 flex-col py-8 lg:justify-center">
      <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
      {lead && <p className="mt-2 text-muted">{lead}</p>}
      <div className="mt-6">{children}</div>
      {aside}
    </div>
  </main>
);
