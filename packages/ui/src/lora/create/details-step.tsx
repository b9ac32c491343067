'use client';

import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { ApiProblem } from '../../api/api-refusal.ts';
import { formatDuration } from '../../format/duration.ts';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { Input } from '../../primitives/input.tsx';
import { usePrice } from '../../primitives/price.tsx';
import { RadioCards } from '../../primitives/radio-cards.tsx';
import { Textarea } from '../../primitives/textarea.tsx';
import { emptyForm } from '../../screens/configure/configure-form.ts';
import { sayProblem } from '../../screens/configure/say-problem.ts';
import { TriggerField } from '../../screens/configure/trigger-field.tsx';
import { useLineAhead } from '../../screens/configure/use-line-ahead.ts';
import type { useQuote } from '../../screens/configure/use-quote.ts';
import { useStudio } from '../../screens/studio.tsx';
import { type LoraDraft, longestDescription, longestName } from '../lora-draft.ts';

interface DetailsStepProps {
  readonly draft: LoraDraft;
  readonly quote: ReturnType<typeof useQuote>;
  /** What the interface found wrong, shown at its field. */
  readonly problems: readonly ApiProblem[];
  /** Whether somebody has tried to go on without a name. */
  readonly isNameMissed: boolean;
  /** Something speaks against the pictures, and they are trained with all the same. */
  readonly isDoubtful: boolean;
  readonly onChange: (change: (draft: LoraDraft) => LoraDraft) => void;
}

/** What it is called, what calls it, on which base; and what that costs and takes. */
export function DetailsStep(props: DetailsStepProps) {
  const { draft, quote, problems, isNameMissed, isDoubtful, onChange } = props;
  const [words, bases] = [useWords('lora.details'), useWords('bases')];
  const { allowedModelTypes } = useStudio().brand.training;
  const [wasNamed, setWasNamed] = useState(false);
  const isUnnamed = draft.name.trim() === '' && (isNameMissed || wasNamed);
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-5">
        <Field
          label={words('name')}
          hint={words('nameLine')}
          isRequired
          error={isUnnamed ? words('nameEmpty') : sayProblem(problems, 'name')}
        >
          <Input
            value={draft.name}
            maxLength={longestName}
            autoComplete="off"
            placeholder={words('namePlaceholder')}
            onBlur={() => setWasNamed(true)}
            onChange={({ target }) => onChange((now) => ({ ...now, name: target.value }))}
          />
        </Field>
        <Field label={words('description')} hint={words('descriptionLine')}>
          <Textarea
            value={draft.description}
            rows={2}
            maxLength={longestDescription}
            onChange={({ target }) => onChange((now) => ({ ...now, description: target.value }))}
          />
        </Field>
        <TriggerField
          form={{
            ...emptyForm(draft.modelType),
            triggerWord: draft.triggerWord,
            drawnWord: draft.drawnWord,
          }}
          problems={problems.map((problem) =>
            problem.path === 'trigger_word' ? { ...problem, path: 'triggerWord' } : problem,
          )}
          onChange={({ triggerWord }) => onChange((now) => ({ ...now, triggerWord }))}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <RadioCards
          label={words('base')}
          className="grid-cols-1"
          value={draft.modelType}
          onChoose={(modelType) => onChange((now) => ({ ...now, modelType }))}
          cards={allowedModelTypes.map((one) => ({
            value: one,
            label: bases(one),
            hint: words(`bases.${one}`),
          }))}
        />
        <Quote quote={quote} />
        {isDoubtful && <p className="border-warn border-l-3 pl-3 text-sm">{words('anyway')}</p>}
      </div>
    </div>
  );
}

function Quote({ quote }: Pick<DetailsStepProps, 'quote'>) {
  const [words, language, price] = [useWords('lora.details'), useLocale(), usePrice()];
  const ahead = useLineAhead();
  const { data } = quote;
  if (!data && quote.isError) return <p className="text-bad text-sm">{words('noQuote')}</p>;
  return (
    <section aria-live="polite" className="border-line border-y py-3">
      <dl className="grid grid-cols-2 gap-4">
        <div>
          <dt className="text-muted text-xs">{words('price')}</dt>
          <dd className="figures font-display font-semibold text-md">
            {data ? price(data.estimatedCostUsd) : words('quoting')}
          </dd>
        </div>
        <div>
          <dt className="text-muted text-xs">{words('time')}</dt>
          <dd className="figures font-display font-semibold text-md">
            {data ? words('about', { time: formatDuration(language, data.estimatedSeconds) }) : '…'}
          </dd>
        </div>
      </dl>
      <p className="mt-2 text-muted text-sm">
        {ahead !== undefined && `${words('ahead', { count: ahead })}. `}
        {words('failure')}
      </p>
    </section>
  );
}
