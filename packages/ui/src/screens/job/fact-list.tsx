import type { ReactNode } from 'react';

interface FactListProps {
  /** What is null is not known, and left out. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** Names at the left, values at the right, one line each. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className="rounded-lg border border-line bg-raised px-4 py-1">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== undefined && (
            <div
              key={name}
              className="flex min-h-9 items-center justify-between gap-4 border-line not-last:border-b"
            >
              <dt className="shrink-0 text-muted text-sm">{name}</dt>
              <dd className="figures min-w-0 truncate text-right text-sm">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
