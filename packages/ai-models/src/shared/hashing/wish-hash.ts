import { sha256Of } from './sha256-text.ts';

/** What somebody asks for, as 64 hexadecimal digits: the same for the same wish, in whichever order its fields came. */
export const wishHashOf = (wish: unknown): Promise<string> => sha256Of(JSON.stringify(wish, sorted) ?? '');

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
