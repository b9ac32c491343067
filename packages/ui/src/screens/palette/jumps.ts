import type { FramePlace } from '../../frame/places.tsx';
import { studioPaths } from '../studio-paths.ts';

/** Where `g` and then a letter lead, in the order in which the sheet lists them. */
export const jumps = [
  { key: 'h', place: 'home', href: '/' },
  { key: 'd', place: 'datasets', href: studioPaths.upload },
  { key: 't', place: 'train', href: studioPaths.jobs },
  { key: 'l', place: 'lora', href: '/lora' },
  { key: 'm', place: 'models', href: studioPaths.models },
  { key: 'n', place: 'generate', href: studioPaths.generate },
  { key: 'p', place: 'gallery', href: studioPaths.gallery },
  { key: 'f', place: 'documents', href: studioPaths.documents },
  { key: 'a', place: 'activity', href: studioPaths.activity },
  { key: 's', place: 'settings', href: studioPaths.settings },
] as const;

export interface Jump {
  readonly key: string;
  readonly place: FramePlace['name'];
  readonly href: string;
}

/** Those that a storefront has, where it has them. */
export const jumpsTo = (places: readonly Pick<FramePlace, 'name' | 'href'>[]): readonly Jump[] =>
  jumps.flatMap((jump) => {
    const place = places.find(({ name }) => name === jump.place);
    return place ? [{ ...jump, href: place.href }] : [];
  });

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
export const nextJump = (
  wait: JumpWait,
  key: string,
  now: number,
  among: readonly Jump[] = jumps,
): JumpStep => {
  const letter = key.toLowerCase();
  if (wait !== null && now - wait <= waitMs) {
    const jump = among.find((one) => one.key === letter);
    return { wait: null, href: jump?.href ?? null, isTaken: jump !== undefined };
  }
  return letter === 'g'
    ? { wait: now, href: null, isTaken: true }
    : { wait: null, href: null, isTaken: false };
};
