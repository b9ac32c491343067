'use client';

import { useLocale } from 'next-intl';
import type { Policy } from '../../../api/settings-answers.ts';
import { useWords } from '../../../messages/use-words.ts';

const fields = ['maximumRunningJobs', 'maximumJobsPerDay', 'maximumPicturesPerDay', 'maximumAssets'] as const;

/** What only the operator changes, to be known. */
export function PolicyFoot({ operator }: { readonly operator: Policy['operator'] }) {
  const [words, language] = [useWords('settings.policy'), useLocale()];
  return (
    <dl className="grid max-w-xl grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1.5">
      {fields.map((field) => (
        <div key={field} className="contents">
          <dt className="text-muted">{words(field)}</dt>
          <dd className="figures text-right">{operator[field].toLocaleString(language)}</dd>
        </div>
      ))}
    </dl>
  );
}
