import { type ReactNode, useId } from 'react';

interface SettingsGroupProps {
  readonly title: string;
  /** What it is for, in one line. */
  readonly line?: ReactNode;
  readonly children: ReactNode;
}

/** Some settings that belong together: what they are at the left, what they say at the right. */
export function SettingsGroup({ title, line, children }: SettingsGroupProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-line py-6 first:pt-0 not-last:border-b xl:grid-cols-[minmax(0,240px)_minmax(0,1fr)]"
    >
      <header>
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {line && <p className="mt-1 max-w-[60ch] text-muted text-sm">{line}</p>}
      </header>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}
