import type { AttemptRow } from '../../database/attempts.ts';
import type { AiModelsError } from '../../errors/index.ts';
import type { GenerationStatus } from '../../providers/image-provider.ts';

/** One request of several that a generation is made of: providers paint only so many pictures at once. */
export interface Part {
  readonly index: number;
  readonly imageCount: number;
  /** Of the first picture in it, among all. */
  readonly firstPosition: number;
  /** The last paid request for it that was noted. */
  readonly last: AttemptRow | null;
  /** The number that the next one would take. */
  readonly nextAttempt: number;
}

/** What is known of one part now. */
export type PartState =
  | { state: 'waiting' }
  | { state: 'failed'; error: AiModelsError }
  | Exclude<GenerationStatus, { state: 'failed' | 'superseded' }>;

/** A request that was refused is sent again under a number of its own; this many times. */
const triesPerPart = 4;

/** Divides pictures over requests, as evenly as possible, and finds what was sent for each. */
export function planParts(
  imageCount: number,
  maximumImages: number,
  attempts: readonly AttemptRow[],
): Part[] {
  const count = Math.ceil(imageCount / maximumImages);
  let firstPosition = 0;
  return Array.from({ length: count }, (_, index) => {
    const ofPart = Math.ceil((imageCount - firstPosition) / (count - index));
    const sent = attempts.filter(({ attempt }) => (attempt - 1) % count === index);
    const last = sent.at(-1) ?? null;
    const part = {
      index,
      imageCount: ofPart,
      firstPosition,
      last,
      nextAttempt: (last?.attempt ?? index + 1 - count) + count,
    };
    firstPosition += ofPart;
    return part;
  });
}

export const hasTriesLeft = ({ nextAttempt }: Part, parts: number): boolean =>
  nextAttempt <= triesPerPart * parts;
