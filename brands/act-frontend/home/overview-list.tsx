import Link from 'next/link';
import type { ReactNode } from 'react';

export interface OverviewListProps {
  readonly title: string;
  /** In place of the entries while there are none. */
  readonly nothing: string;
  readonly entries: readonly {
    readonly id: string;
    readonly href: string;
    readonly name: ReactNode;
    readonly note: ReactNode;
    readonly mark?: ReactNode;
  }[];
}

/** What came last, the newest on top. */
export const OverviewList = ({ title, nothing, entries }: OverviewListProps) => (
  <section className="min-w-0">
    <h2 className="font-semibold text-md">{title}</h2>
    {entries.length === 0 && <p className="mt-2 text-muted">{nothing}</p>}
    <ul className="mt-2">
      {entries.map(({ id, href, name, note, mark }) => (
        <li
          key={id}
          className="relative flex min-h-12 items-center justify-between gap-4 border-line border-b py-2 hover:bg-sunken/60"
        >
          <span className="min-w-0">
            <Link href={href} className="block truncate font-medium after:absolute after:inset-0">
              {name}
            </Link>
            <span className="block truncate text-muted text-sm">{note}</span>
          </span>
          {mark}
        </li>
      ))}
    </ul>
  </section>
);
