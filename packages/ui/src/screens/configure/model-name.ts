import { toLatinLetters } from './latin-letters.ts';

/** What is wrong with a name, and at which place, counted from one as people count. */
export type NameProblem =
  | { readonly rule: 'capital' | 'foreign' | 'sign'; readonly sign: string; readonly place: number }
  | { readonly rule: 'space' | 'twoHyphens'; readonly place: number }
  | { readonly rule: 'hyphenFirst' | 'hyphenLast' }
  | { readonly rule: 'version'; readonly ending: string };

/** The engine cuts what is longer, and two names that begin alike would be one model. */
export const longestName = 40;

const versionEnding = /(?:-v\d+)+$/;

/** The first thing that is wrong with what a model is to be called; null where it can be called so. */
export const findNameProblem = (name: string): NameProblem | null => {
  const signs = [...name];
  const at = signs.findIndex((sign, index) => !/^[a-z0-9-]$/.test(sign) || isSecondHyphen(signs, index));
  const sign = signs[at];
  if (name.startsWith('-')) return { rule: 'hyphenFirst' };
  if (sign !== undefined) return describe(sign, at + 1);
  if (name.endsWith('-')) return { rule: 'hyphenLast' };
  const [ending] = versionEnding.exec(name) ?? [];
  return ending === undefined ? null : { rule: 'version', ending };
};

const isSecondHyphen = (signs: readonly string[], index: number) =>
  signs[index] === '-' && signs[index - 1] === '-';

const describe = (sign: string, place: number): NameProblem => {
  if (sign === '-') return { rule: 'twoHyphens', place };
  if (/^\s$/.test(sign)) return { rule: 'space', place };
  if (/^[A-Z]$/.test(sign)) return { rule: 'capital', sign, place };
  return { rule: /^[\p{L}\p{M}]$/u.test(sign) ? 'foreign' : 'sign', sign, place };
};

/** The name as it would be right; empty where nothing of it can be kept. */
export const mendName = (name: string): string =>
  toLatinLetters(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longestName)
    .replace(/-$/, '')
    .replace(versionEnding, '');
