'use client';

import type { SubjectKind } from '@act/tenant-config';
import { Package, Palette, PawPrint, UserRound } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { RadioCards } from '../../primitives/radio-cards.tsx';
import { useStudio } from '../studio.tsx';

interface KindCardsProps {
  readonly kind: SubjectKind;
  readonly onChoose: (kind: SubjectKind) => void;
}

const icons = {
  style: <Palette aria-hidden size={20} strokeWidth={1.5} />,
  character: <PawPrint aria-hidden size={20} strokeWidth={1.5} />,
  product: <Package aria-hidden size={20} strokeWidth={1.5} />,
  person: <UserRound aria-hidden size={20} strokeWidth={1.5} />,
} satisfies Record<SubjectKind, unknown>;

const kinds = ['style', 'character', 'product', 'person'] as const satisfies readonly SubjectKind[];

/** What the model learns; how many pictures that takes depends on it. */
export function KindCards({ kind, onChoose }: KindCardsProps) {
  const [words, kindWords] = [useWords('configure'), useWords('kinds')];
  const { subjects } = useStudio().brand.training;
  return (
    <RadioCards
      label={words('kind')}
      value={kind}
      onChoose={onChoose}
      className="grid-cols-2 lg:grid-cols-4"
      cards={kinds.map((one) => ({
        value: one,
        label: kindWords(`${one}.word`),
        picture: <span className="mb-1 text-muted">{icons[one]}</span>,
        hint: (
          <>
            {kindWords(`${one}.line`)}
            <span className="figures mt-auto block pt-1">
              {words('kindCounts', {
                least: subjects[one].minimumImages,
                most: subjects[one].maximumImages,
              })}
            </span>
          </>
        ),
      }))}
    />
  );
}
