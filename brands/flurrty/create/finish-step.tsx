'use client';

import { ErrorLine } from '@act/ui/primitives/error-line';
import { Field } from '@act/ui/primitives/field';
import { Input } from '@act/ui/primitives/input';
import { useReasonWords } from '@act/ui/studio/datasets/use-reason-words';
import { useRefusalWords } from '@act/ui/studio/use-refusal-words';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { labelOf } from '../traits/label-of.ts';
import { furTypes, hybridStyles, types, voices } from '../traits/traits.ts';
import { longestName } from '../traits/twin-traits.ts';
import type { Draft } from './draft.ts';
import { type Step, stepPath } from './steps.ts';
import type { Creating } from './use-creating.ts';
import type { Photos } from './use-photos.ts';

interface FinishStepProps {
  readonly draft: Draft;
  readonly photos: Photos;
  readonly creating: Creating;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** A name, everything once more, and what is still missing. */
export function FinishStep({ draft, photos, creating, onChange }: FinishStepProps) {
  const words = useTranslations('create.finish');
  const [look, language] = [useTranslations('create.look'), useLocale()];
  const [describe, describeReason] = [useRefusalWords(), useReasonWords()];
  const { obstacle, wasTried, refusal } = creating;
  const rows: readonly (readonly [Step, string, string])[] = [
    ['photos', words('photos'), words('photosReady', { count: photos.ready.length })],
    ['look', look('type'), labelOf(types, draft.type, language)],
    ['look', look('hybridStyle'), labelOf(hybridStyles, draft.hybridStyle, language)],
    ['look', look('furType'), labelOf(furTypes, draft.furType, language)],
    ['character', words('personality'), draft.personality.trim() || words('nothing')],
    ['character', words('voice'), labelOf(voices, draft.voice, language)],
  ];
  const blocks = photos.report?.reasons.filter(({ severity }) => severity === 'blocks') ?? [];
  return (
    <>
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
          className="text-md"
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </Field>
      <dl className="grid overflow-hidden rounded-lg bg-raised ring-1 ring-line">
        {rows.map(([step, label, value]) => (
          <div
            key={label}
            className="grid grid-cols-[8rem_minmax(0,1fr)_auto] items-baseline gap-3 border-line px-4 py-2.5 not-last:border-b max-sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <dt className="text-muted max-sm:col-span-2">{label}</dt>
            <dd className="line-clamp-3 min-w-0 break-words font-bold">{value}</dd>
            <dd>
              <Link href={stepPath(step)} className="text-accent-ink underline underline-offset-3">
                {words('change')}
                <span className="sr-only"> {label}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-col gap-2 empty:hidden">
        {obstacle === 'photos' && (
          <p className="flex flex-wrap gap-x-2 rounded-md bg-warn-soft px-4 py-3">
            {words('photosMissing', { count: photos.bounds.minimumImages - photos.ready.length })}
            <Link href={stepPath('photos')} className="font-bold underline underline-offset-3">
              {words('addPhotos')}
            </Link>
          </p>
        )}
        {obstacle === 'pending' && <p role="status">{words('pending', { count: photos.pending })}</p>}
        {obstacle === 'blocked' &&
          blocks.map((reason) => (
            <ErrorLine key={reason.code}>
              {describeReason(reason).text} {describeReason(reason).next}
            </ErrorLine>
          ))}
        {refusal && <ErrorLine>{describe(refusal)}</ErrorLine>}
        <p className="max-w-prose text-muted">{words('whatHappens')}</p>
      </div>
    </>
  );
}
