'use client';

import type { Asset } from '@act/ui/api/answers';
import { useStudio } from '@act/ui/screens/studio';
import { useLocale, useTranslations } from 'next-intl';
import { Critter } from '../look/critter.tsx';
import { toCritterColours } from '../look/critter-colours.ts';
import { labelOf } from '../traits/label-of.ts';
import { furTypes, hybridStyles, types, voices } from '../traits/traits.ts';
import type { Draft } from './draft.ts';

interface CharacterCardProps {
  readonly draft: Draft;
  readonly photos: readonly Asset[];
}

/** The twin as it will be, drawn from what was chosen so far. */
export function CharacterCard({ draft, photos }: CharacterCardProps) {
  const words = useTranslations('create.card');
  const { api } = useStudio();
  const language = useLocale();
  const { ground } = toCritterColours(draft.mainColour, draft.secondColour);
  const chips = [
    labelOf(types, draft.type, language),
    labelOf(hybridStyles, draft.hybridStyle, language),
    labelOf(furTypes, draft.furType, language),
    labelOf(voices, draft.voice, language),
  ];
  return (
    <aside
      aria-label={words('label')}
      className="mx-auto flex w-full max-w-96 flex-col overflow-hidden rounded-lg bg-raised shadow-float ring-1 ring-line"
    >
      <div className="relative flex justify-center px-6 pt-8" style={{ background: ground }}>
        <Critter traits={draft} label={words('drawing')} className="bob w-4/5" />
        <span className="absolute right-3 bottom-3 flex gap-1.5">
          {[draft.mainColour, draft.secondColour].map((colour, index) => (
            <span
              key={index}
              className="size-5 rounded-full ring-2 ring-white"
              style={{ background: colour }}
            />
          ))}
        </span>
      </div>
      <div className="flex flex-col gap-3 p-5">
        <p className="truncate font-display font-extrabold text-lg">
          {draft.name.trim() || <span className="text-muted">{words('nameless')}</span>}
        </p>
        {draft.personality.trim() && (
          <p className="line-clamp-3 break-words rounded-md bg-sunken px-3.5 py-2">{draft.personality}</p>
        )}
        <ul className="flex flex-wrap gap-1.5">
          {chips.map((chip) => (
            <li key={chip} className="rounded-full bg-accent-soft px-3 py-0.5 font-bold text-sm">
              {chip}
            </li>
          ))}
        </ul>
        {photos.length > 0 && (
          <p className="flex -space-x-2">
            {photos
              .filter(({ status }) => status !== 'rejected')
              .map((photo) => (
                <img
                  key={photo.id}
                  src={photo.thumbnailUrl ?? api.assets.imageUrl(photo)}
                  alt=""
                  className="size-10 rounded-full object-cover ring-2 ring-raised"
                />
              ))}
          </p>
        )}
      </div>
    </aside>
  );
}
