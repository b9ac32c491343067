'use client';

import { useShortcuts } from '@act/ui/hooks/use-shortcuts';
import { Button } from '@act/ui/primitives/button';
import { Field } from '@act/ui/primitives/field';
import { usePrice } from '@act/ui/primitives/price';
import { Segments } from '@act/ui/primitives/segments';
import { Select } from '@act/ui/primitives/select';
import { Textarea } from '@act/ui/primitives/textarea';
import { aspectRatios } from '@act/ui/studio/generate/aspect-ratios';
import type { PictureQuote } from '@act/ui/studio/generate/use-picture-quote';
import { Sparkles } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { labelOf } from '../traits/label-of.ts';
import { furTypes, hybridStyles, types, voices } from '../traits/traits.ts';
import type { TwinTraits } from '../traits/twin-traits.ts';
import { type Ask, counts, longestText } from './ask.ts';
import { ideasFor } from './ideas.ts';

interface AskFormProps {
  readonly name: string;
  readonly traits: TwinTraits;
  readonly wanted: Ask;
  /** What they are expected to cost. */
  readonly quote: PictureQuote;
  readonly onChange: (wanted: Ask) => void;
  readonly onSend: () => void;
}

/** A few words are enough: who it is goes along by itself. */
export function AskForm({ name, traits, wanted, quote, onChange, onSend }: AskFormProps) {
  const [words, price, language] = [useTranslations('twin.ask'), usePrice(), useLocale()];
  const isEmpty = wanted.text.trim() === '';
  const send = () => !isEmpty && onSend();
  useShortcuts({ 'mod+Enter': send });
  const along = [
    labelOf(hybridStyles, traits.hybridStyle, language),
    labelOf(furTypes, traits.furType, language),
    labelOf(voices, traits.voice, language),
    labelOf(types, traits.type, language),
  ];
  return (
    <form
      className="flex flex-col gap-4 rounded-lg bg-raised p-4 ring-1 ring-line sm:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={words('label', { name })} hint={words('along', { traits: along.join(', ') })}>
        <Textarea
          value={wanted.text}
          rows={2}
          maxLength={longestText}
          placeholder={words('empty')}
          onChange={({ target }) => onChange({ ...wanted, text: target.value })}
        />
      </Field>
      <fieldset aria-label={words('ideas')} className="flex flex-wrap gap-2">
        {ideasFor(traits.type, traits.hybridStyle).map(({ label, prompt }) => (
          <button
            key={prompt}
            type="button"
            onClick={() => onChange({ ...wanted, text: prompt })}
            className="min-h-[max(34px,var(--control-least,0px))] rounded-full bg-accent-soft px-3.5 font-bold text-accent-ink hover:brightness-95"
          >
            {label[language === 'ru' ? 'ru' : 'en']}
          </button>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="flex flex-wrap items-end gap-3">
          <Segments
            label={words('count')}
            value={String(wanted.count)}
            segments={counts.map((count) => ({ value: String(count), label: String(count) }))}
            onChoose={(chosen) =>
              onChange({ ...wanted, count: counts.find((count) => String(count) === chosen) ?? wanted.count })
            }
          />
          <Field label={words('shape')} isLabelHidden>
            <Select
              value={wanted.aspectRatio}
              options={aspectRatios.map((ratio) => ({ value: ratio, label: ratio }))}
              onChoose={(aspectRatio) => onChange({ ...wanted, aspectRatio })}
            />
          </Field>
        </div>
        <Button
          type="submit"
          variant="primary"
          icon={<Sparkles aria-hidden size={17} />}
          // The second half of a double click would pay again.
          onClick={(event) => event.detail > 1 && event.preventDefault()}
          aria-disabled={isEmpty}
          aria-keyshortcuts="Meta+Enter Control+Enter"
          cost={quote.data ? `≈ ${price(quote.data.estimatedCostUsd)}` : undefined}
          className="max-sm:w-full"
        >
          {words('make', { count: wanted.count })}
        </Button>
      </div>
    </form>
  );
}
