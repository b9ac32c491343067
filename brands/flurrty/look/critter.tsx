import { toCritterColours } from './critter-colours.ts';
import { CritterCostume } from './critter-costume.tsx';
import { CritterFace } from './critter-face.tsx';
import { CritterFur } from './critter-fur.tsx';
import type { CritterPart, CritterTraits } from './critter-part.ts';

interface CritterProps {
  readonly traits: CritterTraits;
  /** What it shows, for whoever cannot see it; without, it only adorns. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** A twin as its traits describe it, until there are pictures of it. */
export function Critter({ traits, label, className }: CritterProps) {
  const colours = toCritterColours(traits.mainColour, traits.secondColour);
  const part = { traits, colours };
  return (
    <svg
      viewBox="0 0 240 240"
      className={className}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <Body {...part} />
      <Ears {...part} />
      <CritterFur {...part} />
      <CritterFace {...part} />
      <CritterCostume {...part} />
    </svg>
  );
}

function Body({ colours }: CritterPart) {
  return (
    <g stroke={colours.line} strokeWidth="4">
      <path d="M52 244c0-40 28-62 68-62s68 22 68 62Z" fill={colours.main} />
      <path d="M92 244c0-26 10-42 28-42s28 16 28 42Z" fill={colours.second} stroke="none" />
    </g>
  );
}

/** Round where it is drawn softly, pointed where it is drawn after nature. */
const ears = {
  realistic: 'M62 96 58 34q-1-9 8-4l44 30Z',
  anthro: 'M58 98 54 40q0-14 13-7l45 31Z',
  cartoon: 'M56 92c-24-24-20-58 2-60s44 16 52 36Z',
  anime: 'M60 96 46 30q-2-12 9-6l56 40Z',
  storybook: 'M58 94c-18-20-16-50 2-54s40 10 48 26Z',
} satisfies Record<CritterTraits['hybridStyle'], string>;

function Ears({ traits, colours }: CritterPart) {
  const shape = ears[traits.hybridStyle];
  const ear = (
    <>
      <path d={shape} fill={colours.main} stroke={colours.line} strokeWidth="4" />
      <g transform="translate(36 34) scale(.58)">
        <path d={shape} fill={colours.second} />
      </g>
    </>
  );
  return (
    <>
      <g>{ear}</g>
      <g transform="translate(240 0) scale(-1 1)">{ear}</g>
    </>
  );
}
