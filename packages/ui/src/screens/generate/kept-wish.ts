import { type PromptWish, parseWish } from './prompt-wish.ts';

/** Whose token it is. It is not verified here: it only tells one person's form from another's. */
export const personOf = (token: string): string | null => {
  try {
    const [, claims = ''] = token.split('.');
    const read: unknown = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    return text(read, 'sub');
  } catch {
    return null;
  }
};

/** The form that was kept, where this person wrote it. */
export const parseKept = (kept: string, person: string | null): PromptWish | null => {
  try {
    const read: unknown = JSON.parse(kept);
    if (person === null || text(read, 'person') !== person) return null;
    return parseWish(Reflect.get(Object(read), 'wish'));
  } catch {
    return null;
  }
};

const text = (value: unknown, key: string) => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof found === 'string' ? found : null;
};
