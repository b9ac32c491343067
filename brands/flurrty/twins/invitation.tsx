import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Critter } from '../look/critter.tsx';
import type { CritterTraits } from '../look/critter-part.ts';

const steps = ['photos', 'look', 'character', 'finish'] as const;

const examples: readonly CritterTraits[] = [
  {
    type: 'cosplay',
    hybridStyle: 'cartoon',
    furType: 'curly',
    mainColour: '#8fb8f5',
    secondColour: '#eef6ff',
    voice: 'warm',
  },
  {
    type: 'glamour',
    hybridStyle: 'anthro',
    furType: 'fluffy',
    mainColour: '#f2915c',
    secondColour: '#fff1e0',
    voice: 'playful',
  },
  {
    type: 'business',
    hybridStyle: 'realistic',
    furType: 'striped',
    mainColour: '#a79a8c',
    secondColour: '#f4efe8',
    voice: 'calm',
  },
];

/** Where nobody is yet: what a twin is, how it comes to be, and the way in. */
export function Invitation({ action }: { readonly action: ReactNode }) {
  const words = useTranslations('twins.invitation');
  return (
    <section className="overflow-hidden rounded-lg bg-raised ring-1 ring-line">
      <div className="grid items-center gap-6 p-6 sm:p-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <div>
          <h2 className="max-w-[18ch] text-balance text-2xl">{words('title')}</h2>
          <p className="mt-3 max-w-[46ch] text-md text-muted">{words('line')}</p>
          {action && <div className="mt-6">{action}</div>}
        </div>
        <div className="flex items-end justify-center [&>svg]:w-2/5 [&>svg:not(:first-child)]:-ml-[7%]">
          {examples.map((traits) => (
            <Critter key={traits.type} traits={traits} className="nth-2:z-1 nth-2:scale-115" />
          ))}
        </div>
      </div>
      <ol className="grid gap-x-8 gap-y-4 bg-accent-soft px-6 py-6 sm:grid-cols-2 sm:px-10 lg:grid-cols-4">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden
              className="figures grid size-8 shrink-0 place-items-center rounded-full bg-raised font-extrabold text-accent-ink"
            >
              {index + 1}
            </span>
            <span>
              <span className="block font-bold">{words(`${step}.word`)}</span>
              <span className="text-muted">{words(`${step}.line`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
