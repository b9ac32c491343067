import { furTypes, hybridStyles, types } from '../traits/traits.ts';
import { colours } from './colours.ts';
import type { Draft } from './draft.ts';

/** A look nobody has thought of. @param random from 0 up to 1, as `Math.random` */
export const drawLook = (random: () => number): Partial<Draft> => {
  const [type, style, fur, main] = [
    pick(types, random),
    pick(hybridStyles, random),
    pick(furTypes, random),
    pick(colours, random),
  ];
  // On its own colour a face could not be seen.
  const second = pick(
    colours.filter((colour) => colour !== main),
    random,
  );
  return {
    type: type.value,
    hybridStyle: style.value,
    furType: fur.value,
    mainColour: main[1],
    secondColour: second[1],
  };
};

const pick = <One>(list: readonly One[], random: () => number): One => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new RangeError('There is nothing to choose from.');
  return one;
};
