import type { ReactNode } from 'react';

/** One subject of the gallery. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4 border-line border-t pt-4">
      <h2 className="eyebrow">{title}</h2>
      {children}
    </section>
  );
}

/** Parts beside each other. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
