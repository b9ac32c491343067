'use client';

import type { ModelType } from '@act/tenant-config';
import { useLocale } from 'next-intl';
import type { TrainingRules } from '../../api/answers.ts';
import type { Preset } from '../../api/wishes.ts';
import { formatDuration } from '../../format/duration.ts';
import { useWords } from '../../messages/use-words.ts';
import { Price } from '../../primitives/price.tsx';
import { RadioCards } from '../../primitives/radio-cards.tsx';
import { presetSettings, presets } from './presets.ts';
import { useQuote } from './use-quote.ts';

interface PresetCardsProps {
  readonly rules: TrainingRules;
  readonly modelType: ModelType;
  readonly preset: Preset;
  readonly onChoose: (preset: Preset) => void;
}

/** How much care the training takes, each with its time and price. */
export function PresetCards({ rules, modelType, preset, onChoose }: PresetCardsProps) {
  const [words, language] = [useWords('configure'), useLocale()];
  const quotes = {
    quick: useQuote(modelType, { preset: 'quick' }).data,
    standard: useQuote(modelType, { preset: 'standard' }).data,
    best: useQuote(modelType, { preset: 'best' }).data,
  };
  return (
    <RadioCards
      label={words('preset')}
      value={preset}
      onChoose={onChoose}
      cards={presets.map((one) => {
        const quote = quotes[one];
        return {
          value: one,
          label: words(`presets.${one}.word`),
          aside: quote ? <Price amountUsd={quote.estimatedCostUsd} /> : '…',
          hint: (
            <>
              {words(`presets.${one}.line`)}
              <span className="figures mt-auto flex flex-wrap justify-between gap-x-3 pt-1.5 text-text">
                <span>
                  {quote
                    ? words('about', { time: formatDuration(language, quote.estimatedSeconds) })
                    : '\u00a0'}
                </span>
                <span className="text-muted">
                  {words('stepCount', { count: presetSettings(rules, modelType, one).steps })}
                </span>
              </span>
            </>
          ),
        };
      })}
    />
  );
}
