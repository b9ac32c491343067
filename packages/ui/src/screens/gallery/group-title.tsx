'use client';

import { useLocale } from 'next-intl';
import type { Grouping, PictureGroup } from './gallery-pictures.ts';
import { usePainterName } from './use-painter-name.ts';

interface GroupTitleProps {
  readonly group: PictureGroup;
  readonly by: Grouping;
}

export function GroupTitle({ group, by }: GroupTitleProps) {
  const [language, painterName] = [useLocale(), usePainterName()];
  const [first] = group.items;
  // The day was told in the reader's own zone already.
  const day = () =>
    new Date(`${group.id}T12:00:00Z`).toLocaleDateString(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className="truncate font-medium first-letter:uppercase" suppressHydrationWarning>
        {by === 'day' ? day() : by === 'model' && first ? painterName(first.generation) : group.id}
      </span>
      <span className="figures text-muted text-sm">{group.items.length}</span>
    </span>
  );
}
