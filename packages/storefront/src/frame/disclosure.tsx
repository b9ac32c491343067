'use client';

import type { ReactNode } from 'react';

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly summaryClassName: string;
  /** Where what opens lies, and how large it is. */
  readonly className: string;
  readonly children: ReactNode;
}

/** Opens over the page, and closes when one goes elsewhere. It works before any program has been loaded. */
export const Disclosure = ({ summary, summaryClassName, className, children }: DisclosureProps) => (
  <details
    className="relative min-w-0 flex-1"
    onBlur={(event) => {
      const { currentTarget, relatedTarget } = event;
      if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
    }}
    onKeyDown={(event) => {
      if (event.key === 'Escape') event.currentTarget.open = false;
    }}
  >
    <summary
      className={`flex min-w-0 list-none items-center rounded-md hover:bg-sunken [&::-webkit-details-marker]:hidden ${summaryClassName}`}
    >
      {summary}
    </summary>
    <div
      className={`absolute z-40 rounded-lg border border-line bg-raised text-text shadow-float ${className}`}
    >
      {children}
    </div>
  </details>
);
