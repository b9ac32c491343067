import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** A look costs a whole collection. */
const lookIntervalMs = 20;

/** What is held while something streams. */
interface HeldMemory {
  /** To be called often; looks now and then. */
  look(): void;
  /** The most that was held at a look, above what was held before. */
  peakBytes(): number;
}

/**
 * Watches what is really held while something streams. The size of the process would say how lazy the collector is, and
 * what ran before in it.
 */
export function watchHeldMemory(): HeldMemory {
  const before = countHeldBytes();
  let peakBytes = 0;
  let lookedAt = 0;
  return {
    look: () => {
      if (performance.now() - lookedAt < lookIntervalMs) return;
      peakBytes = Math.max(peakBytes, countHeldBytes() - before);
      lookedAt = performance.now();
    },
    peakBytes: () => peakBytes,
  };
}

function countHeldBytes(): number {
  // A collection lets buffers go beside the program, as fast as the machine has time; the next one waits for that.
  collect();
  collect();
  // `external` counts for a while what was let go already.
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
