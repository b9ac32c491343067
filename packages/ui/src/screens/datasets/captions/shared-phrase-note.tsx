'use client';

import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import type { SharedPhrase } from './shared-phrases.ts';

interface SharedPhraseNoteProps {
  readonly phrases: readonly SharedPhrase[];
  readonly total: number;
  readonly onStrip: (phrase: string) => void;
}

/** What nearly every caption says belongs to the trigger word, and is better left unsaid. */
export function SharedPhraseNote({ phrases, total, onStrip }: SharedPhraseNoteProps) {
  const words = useWords('datasets.shared');
  if (phrases.length === 0) return null;
  return (
    <section aria-label={words('title')} className="flex flex-col gap-2 rounded-lg border border-line p-4">
      <h2 className="font-medium text-sm">{words('title')}</h2>
      <p className="text-muted text-sm">{words('line')}</p>
      <ul className="flex flex-col gap-2">
        {phrases.map(({ phrase, count }) => (
          <li key={phrase} className="flex items-center justify-between gap-3 text-sm">
            <span className="wrap-anywhere min-w-0">
              {phrase} <span className="figures text-muted">{words('hits', { count, total })}</span>
            </span>
            <Button size="small" onClick={() => onStrip(phrase)} aria-label={words('stripOf', { phrase })}>
              {words('strip')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
