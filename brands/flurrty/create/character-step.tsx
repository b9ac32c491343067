'use client';

import { Field } from '@act/ui/primitives/field';
import { Textarea } from '@act/ui/primitives/textarea';
import { useTranslations } from 'next-intl';
import { voices } from '../traits/traits.ts';
import { longestPersonality } from '../traits/twin-traits.ts';
import type { Draft } from './draft.ts';
import { hasWord, toggleWord } from './toggle-word.ts';
import { TraitCards } from './trait-cards.tsx';

const suggestions = ['curious', 'gentle', 'brave', 'funny', 'dreamy', 'loyal', 'stubborn', 'shy'] as const;

interface CharacterStepProps {
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** Who the twin is inside, and how that sounds. */
export function CharacterStep({ draft, onChange }: CharacterStepProps) {
  const words = useTranslations('create.character');
  const { personality } = draft;
  return (
    <>
      <div className="flex flex-col gap-3">
        <Field
          label={words('personality')}
          hint={words('personalityHint')}
          aside={personality.length > 200 ? `${personality.length} / ${longestPersonality}` : undefined}
        >
          <Textarea
            value={personality}
            rows={3}
            maxLength={longestPersonality}
            placeholder={words('personalityEmpty')}
            onChange={({ target }) => onChange({ personality: target.value })}
          />
        </Field>
        <fieldset aria-label={words('suggestions')} className="flex flex-wrap gap-2">
          {suggestions.map((key) => {
            const word = words(`suggested.${key}`);
            return (
              <button
                key={key}
                type="button"
                aria-pressed={hasWord(personality, word)}
                onClick={() =>
                  onChange({ personality: toggleWord(personality, word).slice(0, longestPersonality) })
                }
                className="min-h-[max(34px,var(--control-least,0px))] rounded-full border border-edge/60 bg-raised px-3.5 hover:border-edge aria-pressed:border-transparent aria-pressed:bg-accent aria-pressed:font-bold aria-pressed:text-accent-text"
              >
                {word}
              </button>
            );
          })}
        </fieldset>
      </div>
      <TraitCards
        label={words('voice')}
        traits={voices}
        value={draft.voice}
        draft={draft}
        toLook={(voice) => ({ voice })}
        onChoose={onChange}
      />
    </>
  );
}
