import { studioPaths } from '../studio-paths.ts';

/** Where `g` and then a letter lead, in the order in which the sheet lists them. */
export const jumps = [
  { key: 'h', place: 'home', href: '/' },
  { key: 'd', place: 'datasets', href: studioPaths.upload },
  { key: 't', place: 'train', href: studioPaths.jobs },
  { key: 'm', place: 'models', href: studioPaths.models },
  { key: 'n', place: 'generate', href: studioPaths.generate },
  { key: 'p', place: 'gallery', href: studioPaths.gallery },
  { key: 'f', place: 'documents', href: studioPaths.documents },
  { key: 'a', place: 'activity', href: studioPaths.activity },
  { key: 's', place: 'settings', href: studioPaths.settings },
] as const;

/** After `g`, a letter counts for this long. */
const waitMs = 1500;

/** When `g` was pressed; null while nothing is awaited. */
export type JumpWait = number | null;

interface JumpStep {
  readonly wait: JumpWait;
  readonly href: string | null;
  /** The key was meant for a jump, and for nothing else on the page. */
  readonly isTaken: boolean;
}

/** What the next key means, given when `g` was pressed. */
export const nextJump = (wait: JumpWait, key: string, now: number): JumpStep => {
  const letter = key.toLowerCase();
  if (wait !== null && now - wait <= waitMs) {
    const jump = jumps.find((one) => one.key === letter);
    return { wait: null, href: jump?.href ?? null, isTaken: jump !== undefined };
  }
  return letter === 'g'
    ? { wait: now, href: null, isTaken: true }
    : { wait: null, href: null, isTaken: false };
};
