import type { TwinTraits } from '../traits/twin-traits.ts';
import type { CritterColours } from './critter-colours.ts';

/** What of a twin can be seen. */
export type CritterTraits = Pick<
  TwinTraits,
  'type' | 'hybridStyle' | 'furType' | 'mainColour' | 'secondColour' | 'voice'
>;

/** What every part of the drawing is drawn from. */
export interface CritterPart {
  readonly traits: CritterTraits;
  readonly colours: CritterColours;
}
