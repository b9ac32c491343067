'use client';

import { Check, X } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';

const good = ['light', 'angles', 'sharp', 'large'] as const;
const bad = ['alike', 'crowded', 'marks', 'filters'] as const;

interface GoodPicturesProps {
  /** One under the other, beside the pictures. */
  readonly isNarrow?: boolean | undefined;
}

/** What makes a good picture, said before the first one is brought. */
export function GoodPictures({ isNarrow = false }: GoodPicturesProps) {
  const words = useWords('datasets.advice');
  return (
    <section aria-label={words('title')} className={isNarrow ? 'grid gap-4' : 'grid gap-6 sm:grid-cols-2'}>
      {([true, false] as const).map((isGood) => (
        <div key={String(isGood)}>
          <h2 className="mb-2 font-medium">{words(isGood ? 'works' : 'hurts')}</h2>
          <ul className="flex flex-col gap-1.5 text-muted">
            {(isGood ? good : bad).map((one) => (
              <li key={one} className="flex gap-2.5">
                {isGood ? (
                  <Check aria-hidden size={16} className="mt-0.5 shrink-0 text-good" />
                ) : (
                  <X aria-hidden size={16} className="mt-0.5 shrink-0 text-bad" />
                )}
                {words(one)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
