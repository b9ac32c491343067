'use client';

import { RadioCards } from '@act/ui/primitives/radio-cards';
import { useLocale } from 'next-intl';
import { Critter } from '../look/critter.tsx';
import { labelOf } from '../traits/label-of.ts';
import type { Trait } from '../traits/traits.ts';
import type { Draft } from './draft.ts';

interface TraitCardsProps<Value extends string> {
  readonly label: string;
  readonly traits: readonly Trait<Value>[];
  readonly value: Value;
  /** The character as it is, on which each choice is tried. */
  readonly draft: Draft;
  readonly toLook: (value: Value) => Partial<Draft>;
  readonly onChoose: (changes: Partial<Draft>) => void;
}

/** A choice where each possibility shows what would become of the character. */
export function TraitCards<Value extends string>(props: TraitCardsProps<Value>) {
  const { label, traits, value, draft, toLook, onChoose } = props;
  const language = useLocale();
  return (
    <RadioCards
      label={label}
      value={value}
      className="grid-cols-3 xl:grid-cols-6 [&>label]:items-center [&>label]:p-2.5 [&>label]:text-center"
      cards={traits.map((trait) => ({
        value: trait.value,
        label: labelOf(traits, trait.value, language),
        picture: <Critter traits={{ ...draft, ...toLook(trait.value) }} className="w-full max-w-24" />,
      }))}
      onChoose={(chosen) => onChoose(toLook(chosen))}
    />
  );
}
