import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A look costs a whole collection. */
const millisecondsBetweenLooks = 20;

/**
 * Watches what is really held while something streams. The size of the process would say how lazy the collector is, and
 * what ran before in it.
 */
export function watchHeldMemory() {
  const before = countHeldBytes();
  let peakBytes = 0;
  let lookedAt = 0;
  return {
    /** To be called often; looks now and then. */
    look: () => {
      if (performance.now() - lookedAt < millisecondsBetweenLooks) return;
      peakBytes = Math.max(peakBytes, countHeldBytes() - before);
      lookedAt = performance.now();
    },
    /** The most that was held at a look, above what was held before. */
    peakBytes: () => peakBytes,
  };
}

function countHeldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  // `external` counts for a while what was let go already.
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
