'use client';

import type { MyData } from '../../../api/settings-answers.ts';
import { useWords } from '../../../messages/use-words.ts';

const kinds = ['pictures', 'trainings', 'models', 'generations', 'documents', 'memberships'] as const;

/** How much of each kind; what there is none of is left out. */
export function AmountList({ amounts }: { readonly amounts: Pick<MyData, (typeof kinds)[number]> }) {
  const words = useWords('settings.account.amounts');
  return (
    <ul className="figures mt-1.5 flex list-disc flex-col gap-0.5 pl-4.5">
      {kinds
        .filter((kind) => amounts[kind] > 0)
        .map((kind) => (
          <li key={kind}>{words(kind, { count: amounts[kind] })}</li>
        ))}
      <li>{words('account')}</li>
    </ul>
  );
}
