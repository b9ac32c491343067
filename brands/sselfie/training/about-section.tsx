'use client';

import { CopyButton } from '@act/ui/primitives/copy-button';
import { ErrorLine } from '@act/ui/primitives/error-line';
import { Field } from '@act/ui/primitives/field';
import { Input } from '@act/ui/primitives/input';
import { Segments } from '@act/ui/primitives/segments';
import { RightsNote } from '@act/ui/screens/datasets/readiness/rights-note';
import { useReasonWords } from '@act/ui/studio/datasets/use-reason-words';
import { useRefusalWords } from '@act/ui/studio/use-refusal-words';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Draft, longestName } from './draft.ts';
import { genders } from './genders.ts';
import type { Starting } from './use-starting.ts';

interface AboutSectionProps {
  readonly draft: Draft;
  readonly starting: Starting;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** What the model is called, who it shows, and the word that will call it. */
export function AboutSection({ draft, starting, onChange }: AboutSectionProps) {
  const words = useTranslations('sselfie.about');
  const language = useLocale() === 'ru' ? 'ru' : 'en';
  const { obstacle, wasTried, refusal } = starting;
  return (
    <section aria-labelledby="about" className="flex min-w-0 flex-col gap-5">
      <h2 id="about" className="font-medium text-xl">
        {words('title')}
      </h2>
      <Field
        label={words('name')}
        hint={words('nameHint')}
        isRequired
        error={wasTried && draft.name.trim() === '' ? words('nameMissing') : undefined}
      >
        <Input
          value={draft.name}
          maxLength={longestName}
          autoComplete="off"
          placeholder={words('nameEmpty')}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <span aria-hidden className="font-medium text-sm">
          {words('gender')}
        </span>
        <Segments
          label={words('gender')}
          className="w-full"
          value={draft.gender ?? ''}
          segments={genders.map(({ value, label }) => ({ value, label: label[language] }))}
          onChoose={(chosen) =>
            onChange({ gender: genders.find(({ value }) => value === chosen)?.value ?? null })
          }
        />
        {wasTried && obstacle === 'gender' && <ErrorLine>{words('genderMissing')}</ErrorLine>}
        <p className="text-muted text-sm">{words('genderHint')}</p>
      </div>
      <div className="rounded-lg bg-accent-soft p-4">
        <h3 className="font-medium text-sm">{words('word')}</h3>
        <p className="mt-1 flex min-h-control items-center gap-2">
          <code className="font-mono text-lg">{draft.word || '…'}</code>
          {draft.word && <CopyButton text={draft.word} label={words('copyWord')} isIconOnly />}
        </p>
        <p className="text-muted text-sm">{words('wordLine')}</p>
      </div>
      <RightsNote />
      <div className="flex flex-col gap-2 empty:hidden">
        <Obstacles starting={starting} />
        {refusal && <Refusal refusal={refusal} />}
      </div>
    </section>
  );
}

function Obstacles({ starting: { obstacle, wasTried } }: { readonly starting: Starting }): ReactNode {
  const words = useTranslations('sselfie.about');
  if (obstacle === 'pending') return <p role="status">{words('pending')}</p>;
  if (!wasTried) return null;
  if (obstacle === 'few' || obstacle === 'blocked') {
    return (
      <p role="alert" className="rounded-md bg-warn-soft px-4 py-3">
        {words(obstacle)}{' '}
        <a href="#selfies" className="font-medium underline underline-offset-3">
          {words('toSelfies')}
        </a>
      </p>
    );
  }
  return null;
}

function Refusal({ refusal }: { readonly refusal: NonNullable<Starting['refusal']> }) {
  const [describe, describeReason] = [useRefusalWords(), useReasonWords()];
  if (refusal.reasons.length === 0) return <ErrorLine>{describe(refusal)}</ErrorLine>;
  return refusal.reasons.map((reason) => {
    const { text, next } = describeReason(reason);
    return (
      <ErrorLine key={reason.code}>
        {text} {next}
      </ErrorLine>
    );
  });
}
