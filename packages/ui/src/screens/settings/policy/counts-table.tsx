'use client';

import { useWords } from '../../../messages/use-words.ts';
import { Input } from '../../../primitives/input.tsx';
import {
  imageCounts,
  type PolicyDraft,
  type PolicyField,
  type Problems,
  subjectKinds,
} from './policy-draft.ts';
import { useProblemWords } from './use-problem-words.ts';

interface CountsTableProps {
  readonly draft: PolicyDraft;
  readonly problems: Problems;
  /** Null where whoever looks may not change it. */
  readonly onWrite: ((field: PolicyField, text: string) => void) | null;
}

/** How many pictures a training takes, by what they show. */
export function CountsTable({ draft, problems, onWrite }: CountsTableProps) {
  const [words, kinds] = [useWords('settings.policy'), useWords('kinds')];
  const tell = useProblemWords();
  const broken = subjectKinds.flatMap((kind) =>
    imageCounts.flatMap((count) => {
      const field = `${kind}.${count}` as const;
      const problem = problems[field];
      return problem ? [{ field, text: `${kinds(`${kind}.word`)}: ${tell(field, problem)}` }] : [];
    }),
  );
  return (
    <div>
      <table className="w-full max-w-xl text-left">
        <thead>
          <tr className="text-muted text-xs">
            <th scope="col" className="pb-2 font-medium">
              {words('kind')}
            </th>
            {imageCounts.map((count) => (
              <th key={count} scope="col" className="pb-2 pl-3 font-medium">
                {words(count)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjectKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row" className="py-1 pr-2 font-normal">
                {kinds(`${kind}.word`)}
              </th>
              {imageCounts.map((count) => {
                const field = `${kind}.${count}` as const;
                return (
                  <td key={count} className="figures w-1/4 py-1 pl-3">
                    {onWrite ? (
                      <Input
                        inputMode="numeric"
                        className="figures"
                        aria-label={`${kinds(`${kind}.word`)}, ${words(count)}`}
                        aria-invalid={problems[field] ? true : undefined}
                        value={draft[field]}
                        onChange={({ target }) => onWrite(field, target.value)}
                      />
                    ) : (
                      draft[field]
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ul aria-live="polite" className="mt-1.5 text-bad text-sm empty:hidden">
        {broken.map(({ field, text }) => (
          <li key={field}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
