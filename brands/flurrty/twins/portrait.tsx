'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Critter } from '../look/critter.tsx';
import { toCritterColours } from '../look/critter-colours.ts';
import { labelOf } from '../traits/label-of.ts';
import { furTypes, hybridStyles, types, voices } from '../traits/traits.ts';
import type { Twin } from './twin.ts';

/** The twin as a character: its picture, and what makes it. */
export function Portrait({ twin: { name, traits, job } }: { readonly twin: Twin }) {
  const [words, look] = [useTranslations('twin'), useTranslations('create.look')];
  const [finish, language] = [useTranslations('create.finish'), useLocale()];
  const { ground } = toCritterColours(traits.mainColour, traits.secondColour);
  const rows = [
    [look('type'), labelOf(types, traits.type, language)],
    [look('hybridStyle'), labelOf(hybridStyles, traits.hybridStyle, language)],
    [look('furType'), labelOf(furTypes, traits.furType, language)],
    [finish('voice'), labelOf(voices, traits.voice, language)],
  ] as const;
  return (
    <aside
      aria-label={words('portrait', { name })}
      className="flex overflow-hidden rounded-lg bg-raised ring-1 ring-line lg:sticky lg:top-20 lg:flex-col"
    >
      <div
        className="flex items-end justify-center px-3 pt-4 max-lg:w-1/3 max-lg:max-w-56 max-lg:shrink-0 lg:px-6 lg:pt-6"
        style={{ background: ground }}
      >
        <Critter traits={traits} label={words('drawing', { name })} className="w-full max-w-64 lg:w-4/5" />
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-3 p-4 lg:p-5">
        {traits.personality && (
          <p className="break-words rounded-md bg-sunken px-3.5 py-2">{traits.personality}</p>
        )}
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          {rows.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="font-bold">{value}</dd>
            </div>
          ))}
          <dt className="text-muted">{words('colours')}</dt>
          <dd className="flex gap-1.5 py-0.5">
            {[traits.mainColour, traits.secondColour].map((colour, index) => (
              <span
                key={index}
                className="size-4 rounded-full ring-1 ring-edge"
                style={{ background: colour }}
              />
            ))}
          </dd>
        </dl>
        <p className="text-muted text-sm">{words('from', { count: job.trainingAssetIds.length })}</p>
      </div>
    </aside>
  );
}
