import type { z } from 'zod';

type Issue = z.core.$ZodIssueCustom;

/** Deeper than anything that is taken. */
const maximumDepth = 30;
const message = 'Use whole letters: it has half of one, as when a text was cut through.';

/** Texts with half of a letter in them, in plain lists and objects: no database takes them, and none says why. */
export function findBrokenTexts(input: unknown): readonly Issue[] {
  const seen = new Set<object>();
  const find = (value: unknown, path: readonly PropertyKey[]): Issue[] => {
    if (typeof value === 'string') return value.isWellFormed() ? [] : [toIssue(path)];
    if (!isPlain(value) || seen.has(value) || path.length > maximumDepth) return [];
    seen.add(value);
    return Object.entries(value).flatMap(([key, entry]) => {
      const place = [...path, Array.isArray(value) ? Number(key) : key];
      return [...(key.isWellFormed() ? [] : [toIssue(place)]), ...find(entry, place)];
    });
  };
  return find(input, []);
}

const toIssue = (path: readonly PropertyKey[]): Issue => ({ code: 'custom', path: [...path], message });

/** Bytes, files and dates are not looked through. Told by what comes last, for other realms have classes of their own. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}
