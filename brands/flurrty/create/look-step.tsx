'use client';

import { Button } from '@act/ui/primitives/button';
import { Dices } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { furTypes, hybridStyles, types } from '../traits/traits.ts';
import { ColourField } from './colour-field.tsx';
import type { Draft } from './draft.ts';
import { drawLook } from './draw-look.ts';
import { TraitCards } from './trait-cards.tsx';

interface LookStepProps {
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** What the twin is dressed for, how it is drawn, and what it wears by nature. */
export function LookStep({ draft, onChange }: LookStepProps) {
  const words = useTranslations('create.look');
  return (
    <>
      <p>
        <Button icon={<Dices aria-hidden size={17} />} onClick={() => onChange(drawLook(Math.random))}>
          {words('surprise')}
        </Button>
      </p>
      <TraitCards
        label={words('type')}
        traits={types}
        value={draft.type}
        draft={draft}
        toLook={(type) => ({ type })}
        onChoose={onChange}
      />
      <TraitCards
        label={words('hybridStyle')}
        traits={hybridStyles}
        value={draft.hybridStyle}
        draft={draft}
        toLook={(hybridStyle) => ({ hybridStyle })}
        onChoose={onChange}
      />
      <TraitCards
        label={words('furType')}
        traits={furTypes}
        value={draft.furType}
        draft={draft}
        toLook={(furType) => ({ furType })}
        onChoose={onChange}
      />
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        <ColourField
          label={words('mainColour')}
          value={draft.mainColour}
          onChoose={(mainColour) => onChange({ mainColour })}
        />
        <ColourField
          label={words('secondColour')}
          value={draft.secondColour}
          onChoose={(secondColour) => onChange({ secondColour })}
        />
      </div>
    </>
  );
}
