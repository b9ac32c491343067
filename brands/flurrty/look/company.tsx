import { Critter } from './critter.tsx';
import type { CritterTraits } from './critter-part.ts';
import { PawPrint } from './paw-print.tsx';

const company: readonly (CritterTraits & { readonly place: string })[] = [
  {
    type: 'glamour',
    hybridStyle: 'anthro',
    furType: 'fluffy',
    mainColour: '#f2915c',
    secondColour: '#fff1e0',
    voice: 'playful',
    place: 'top-[13%] left-[8%] w-[56%] -rotate-3',
  },
  {
    type: 'fantasy',
    hybridStyle: 'anime',
    furType: 'spotted',
    mainColour: '#b58cf0',
    secondColour: '#fdeaff',
    voice: 'warm',
    place: 'top-[35%] right-[5%] w-[46%] rotate-6',
  },
  {
    type: 'street',
    hybridStyle: 'cartoon',
    furType: 'striped',
    mainColour: '#4fb7a8',
    secondColour: '#e9fff6',
    voice: 'cheeky',
    place: 'top-[53%] left-[12%] w-[44%] -rotate-2',
  },
];

/** Three who are here already, and the way of a fourth. */
export function Company({ className }: { readonly className?: string }) {
  return (
    <div aria-hidden className={className}>
      {trail.map(([left, top, turn]) => (
        <PawPrint key={top} className={`absolute w-[7%] text-[#ff8dc0] opacity-35 ${left} ${top} ${turn}`} />
      ))}
      {company.map(({ place, ...traits }) => (
        <div key={place} className={`absolute ${place}`}>
          <Critter traits={traits} className="w-full" />
        </div>
      ))}
    </div>
  );
}

const trail = [
  ['left-[78%]', 'top-[9%]', 'rotate-45'],
  ['left-[86%]', 'top-[16%]', 'rotate-[60deg]'],
  ['left-[76%]', 'top-[22%]', 'rotate-[110deg]'],
  ['left-[83%]', 'top-[29%]', 'rotate-[140deg]'],
] as const;
