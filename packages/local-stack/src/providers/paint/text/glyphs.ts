/** A letter as one thin line, from the top at 0 to the baseline at 6. */
export interface Glyph {
  width: number;
  /** SVG path, to be stroked with round ends. */
  path: string;
}

const bowl = 'H2C3.2 0 3.8 .7 3.8 1.7S3.2 3.4 2 3.4H0';
const ring = 'M2.2 0C.8 0 0 1.2 0 3S.8 6 2.2 6S4.4 4.8 4.4 3S3.6 0 2.2 0Z';
const dot = 'h.01';

/** Our own, because a bare machine has no fonts. */
export const glyphs: Record<string, Glyph> = {
  ' ': { width: 1.4, path: '' },
  A: { width: 4.2, path: 'M0 6L2.1 0L4.2 6M.7 4H3.5' },
  B: {
    width: 3.8,
    path: 'M0 0V6H2.2C3.2 6 3.8 5.4 3.8 4.4S3.2 2.8 2.2 2.8H0M2.1 2.8C3 2.8 3.5 2.2 3.5 1.4S3 0 2 0H0',
  },
  C: { width: 3.9, path: 'M3.9 1.2C3.5 .4 2.9 0 2.1 0C.8 0 0 1.2 0 3S.8 6 2.1 6C2.9 6 3.5 5.6 3.9 4.8' },
  D: { width: 4, path: 'M0 0V6H1.6C3.2 6 4 4.8 4 3S3.2 0 1.6 0Z' },
  E: { width: 3.2, path: 'M3.2 0H0V6H3.2M0 2.9H2.8' },
  F: { width: 3.1, path: 'M3.1 0H0V6M0 2.9H2.7' },
  G: { width: 4.1, path: 'M3.9 1.2C3.5 .4 2.9 0 2.1 0C.8 0 0 1.2 0 3S.8 6 2.1 6C3.4 6 4.1 5.1 4.1 3.3H2.5' },
  H: { width: 3.8, path: 'M0 0V6M3.8 0V6M0 2.9H3.8' },
  I: { width: 0, path: 'M0 0V6' },
  J: { width: 2.6, path: 'M2.6 0V4.4C2.6 5.4 2.1 6 1.3 6S0 5.4 0 4.6' },
  K: { width: 3.7, path: 'M0 0V6M3.5 0L0 3.6M1.3 2.3L3.7 6' },
  L: { width: 3, path: 'M0 0V6H3' },
  M: { width: 4.8, path: 'M0 6V0L2.4 4L4.8 0V6' },
  N: { width: 4, path: 'M0 6V0L4 6V0' },
  O: { width: 4.4, path: ring },
  P: { width: 3.8, path: `M0 6V0${bowl}` },
  Q: { width: 4.4, path: `${ring}M2.8 4.5L4.4 6.3` },
  R: { width: 3.8, path: `M0 6V0${bowl}M2 3.4L3.8 6` },
  S: {
    width: 3.8,
    path: 'M3.6 1.1C3.2 .4 2.6 0 1.8 0C.8 0 .1 .6 .1 1.5C.1 2.5 .9 2.8 1.9 3S3.8 3.5 3.8 4.5S3 6 1.9 6C1 6 .3 5.5 0 4.7',
  },
  T: { width: 4, path: 'M0 0H4M2 0V6' },
  U: { width: 3.9, path: 'M0 0V3.9C0 5.2 .7 6 1.95 6S3.9 5.2 3.9 3.9V0' },
  V: { width: 4.1, path: 'M0 0L2.05 6L4.1 0' },
  W: { width: 5.8, path: 'M0 0L1.4 6L2.9 1L4.4 6L5.8 0' },
  X: { width: 3.9, path: 'M0 0L3.9 6M3.9 0L0 6' },
  Y: { width: 4, path: 'M0 0L2 3.2L4 0M2 3.2V6' },
  Z: { width: 3.8, path: 'M0 0H3.8L0 6H3.8' },
  '0': { width: 3.8, path: 'M1.9 0C.7 0 0 1.2 0 3S.7 6 1.9 6S3.8 4.8 3.8 3S3.1 0 1.9 0Z' },
  '1': { width: 1.6, path: 'M0 1.2L1.6 0V6' },
  '2': { width: 3.8, path: 'M.1 1.5C.2 .6 .9 0 1.9 0S3.7 .6 3.7 1.6C3.7 3.2 0 4.2 0 6H3.8' },
  '3': {
    width: 3.9,
    path: 'M.2 .9C.6 .3 1.1 0 1.9 0C3 0 3.6 .6 3.6 1.4S3 2.8 1.6 2.8C3 2.8 3.9 3.4 3.9 4.4S3.1 6 1.9 6C1 6 .3 5.6 0 4.9',
  },
  '4': { width: 4, path: 'M3 6V0L0 4.3H4' },
  '5': {
    width: 3.9,
    path: 'M3.5 0H.6L.3 2.7C.8 2.3 1.3 2.2 1.9 2.2C3.1 2.2 3.9 2.9 3.9 4.1S3.1 6 1.9 6C1 6 .4 5.7 0 5',
  },
  '6': {
    width: 4,
    path: 'M3.4 .6C3 .2 2.6 0 2.1 0C.8 0 0 1.5 0 3.8C0 5.2 .8 6 2 6S4 5.2 4 4.2S3.2 2.4 2 2.4S0 3.2 0 4.2',
  },
  '7': { width: 3.8, path: 'M0 0H3.8L1.4 6' },
  '8': {
    width: 4,
    path: 'M2 0C1 0 .3 .6 .3 1.4S1 2.8 2 2.8S3.7 2.2 3.7 1.4S3 0 2 0ZM2 2.8C.8 2.8 0 3.5 0 4.4S.8 6 2 6S4 5.3 4 4.4S3.2 2.8 2 2.8Z',
  },
  '9': {
    width: 4,
    path: 'M.6 5.4C1 5.8 1.4 6 1.9 6C3.2 6 4 4.5 4 2.2C4 .8 3.2 0 2 0S0 .8 0 1.8S.8 3.6 2 3.6S4 2.8 4 1.8',
  },
  '.': { width: 0, path: `M0 6${dot}` },
  ',': { width: 0.3, path: 'M.3 5.8L0 7' },
  ':': { width: 0, path: `M0 2.4${dot}M0 6${dot}` },
  ';': { width: 0.3, path: `M.3 2.4${dot}M.3 5.8L0 7` },
  '!': { width: 0, path: `M0 0V4M0 6${dot}` },
  '?': { width: 3, path: `M0 1.4C.1 .6 .7 0 1.5 0S3 .6 3 1.4C3 2.8 1.5 2.7 1.5 4.2M1.5 6${dot}` },
  "'": { width: 0, path: 'M0 0V1.5' },
  '"': { width: 1, path: 'M0 0V1.5M1 0V1.5' },
  '-': { width: 1.8, path: 'M0 3.2H1.8' },
  _: { width: 3.2, path: 'M0 6.6H3.2' },
  '(': { width: 1.1, path: 'M1.1 -.6C.4 .3 0 1.5 0 3S.4 5.7 1.1 6.6' },
  ')': { width: 1.1, path: 'M0 -.6C.7 .3 1.1 1.5 1.1 3S.7 5.7 0 6.6' },
  '[': { width: 1, path: 'M1 -.6H0V6.6H1' },
  ']': { width: 1, path: 'M0 -.6H1V6.6H0' },
  '/': { width: 2.6, path: 'M2.6 -.4L0 6.4' },
  '+': { width: 2.8, path: 'M0 3.2H2.8M1.4 1.8V4.6' },
  '=': { width: 2.8, path: 'M0 2.4H2.8M0 4H2.8' },
  '&': {
    width: 4.4,
    path: 'M4.4 6L1 1.9C.4 1.1 .8 0 1.8 0S3.1 1.1 2.5 1.8C1.8 2.6 0 2.9 0 4.5C0 5.4 .7 6 1.7 6C3.2 6 4 4.8 4.1 3.2',
  },
  '#': { width: 4, path: 'M1.3 .4L.7 5.6M3.3 .4L2.7 5.6M.3 2.1H4M0 3.9H3.7' },
  '%': {
    width: 4.4,
    path: 'M4 0L.4 6M1 0A1 1.2 0 0 0 1 2.4A1 1.2 0 0 0 1 0ZM3.4 3.6A1 1.2 0 0 0 3.4 6A1 1.2 0 0 0 3.4 3.6Z',
  },
  '*': { width: 2, path: 'M1 .2V2.4M0 .7L2 1.9M2 .7L0 1.9' },
  '\u2026': { width: 3, path: `M0 6${dot}M1.5 6${dot}M3 6${dot}` },
  '\u00b7': { width: 0, path: `M0 3.2${dot}` },
};

/** Stands for what has no letter here. */
export const unknownGlyph: Glyph = { width: 3, path: 'M0 .4H3V6H0Z' };
