'use client';

import { Segments } from '@act/ui/primitives/segments';
import type { IdeasGiven } from '@act/ui/screens/generate/generate-screen';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { IdeaLight } from './idea-light.tsx';
import { nounOf, toIdeaPrompt } from './idea-prompt.ts';
import { ideas, type Mood, moods } from './ideas.ts';

/** What one could be seen as, by mood; a tap writes it into the prompt. */
export function IdeaCards({ model, prompt, onPrompt }: IdeasGiven) {
  const words = useTranslations('sselfie.ideas');
  const titleId = useId();
  const [mood, setMood] = useState<Mood>('soft');
  const noun = nounOf(model?.metadata);
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 flex-col gap-2.5">
      <h2 id={titleId} className="font-medium text-md">
        {words('title')}
      </h2>
      <Segments
        label={words('mood')}
        className="w-full"
        value={mood}
        segments={moods.map((value) => ({ value, label: words(`moods.${value}`) }))}
        onChoose={setMood}
      />
      <ul className="-mx-4 flex snap-x gap-3 overflow-x-auto px-4 pt-1 pb-3 [scrollbar-width:none] md:mx-0 md:grid md:grid-cols-4 md:px-1 lg:grid-cols-2">
        {ideas
          .filter((idea) => idea.mood === mood)
          .map(({ id, scene, light }) => {
            const text = toIdeaPrompt(scene, noun);
            return (
              <li key={id} className="w-36 shrink-0 snap-start scroll-ml-4 md:w-auto">
                <button
                  type="button"
                  aria-pressed={prompt === text}
                  title={scene}
                  onClick={() => onPrompt(text)}
                  className="print flex size-full flex-col text-left aria-pressed:outline-2 aria-pressed:outline-accent-ink"
                >
                  <IdeaLight light={light} />
                  <span className="py-2 font-display font-medium leading-5">{words(`names.${id}`)}</span>
                </button>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
