import type { Random } from './random.ts';
import type { Scheme } from './scheme.ts';

/** What a composition draws on and with. */
export interface Canvas {
  width: number;
  height: number;
  scheme: Scheme;
  random: Random;
  definitions: Definitions;
}

/** Gradients, which SVG keeps apart from what is painted with them. */
export interface Definitions {
  /** From one colour to others along a direction in degrees: 0 is to the right, 90 down. */
  linear(angle: number, ...colours: readonly string[]): string;
  /** From a point of the shape outwards; x and y from 0 to 1. */
  radial(x: number, y: number, ...colours: readonly string[]): string;
  /** From the middle of a circle, gone at its edge. */
  glow(colour: string, opacity: number): string;
  toSvg(): string;
}

export function createDefinitions(): Definitions {
  const all: string[] = [];
  const add = (kind: string, place: string, colours: readonly string[]) => {
    const id = `g${all.length}`;
    const stops = colours.map((colour, index) => {
      const offset = index / Math.max(1, colours.length - 1);
      return `<stop offset="${offset.toFixed(3)}" ${toStop(colour)}/>`;
    });
    all.push(`<${kind} id="${id}" ${place}>${stops.join('')}</${kind}>`);
    return `url(#${id})`;
  };
  return {
    linear(angle, ...colours) {
      const [x, y] = [Math.cos((angle * Math.PI) / 180) / 2, Math.sin((angle * Math.PI) / 180) / 2];
      const place = `x1="${(0.5 - x).toFixed(3)}" y1="${(0.5 - y).toFixed(3)}" x2="${(0.5 + x).toFixed(3)}" y2="${(0.5 + y).toFixed(3)}"`;
      return add('linearGradient', place, colours);
    },
    radial: (x, y, ...colours) =>
      add('radialGradient', `cx="${x.toFixed(3)}" cy="${y.toFixed(3)}" r="0.75"`, colours),
    glow: (colour, opacity) =>
      add(
        'radialGradient',
        'r="0.5"',
        [1, 0.6, 0.28, 0.08, 0].map((part) => `${colour}/${(part * opacity).toFixed(3)}`),
      ),
    toSvg: () => `<defs>${all.join('')}</defs>`,
  };
}

/** A colour may carry its opacity, as `#rrggbb/0.5`. */
function toStop(colour: string): string {
  const [hex, opacity] = colour.split('/');
  return `stop-color="${hex}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}`;
}

/** A number as SVG is to read it. */
export const svg = (value: number) => value.toFixed(1);
