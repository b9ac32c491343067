import { z } from 'zod';
import type { Memory } from '../memory/memory.ts';
import { createScaledClock, type SimulatedClock } from './simulated-clock.ts';

const readingSchema = z.object({ wallMs: z.number(), elapsedMs: z.number(), speed: z.number().positive() });

/** A scaled clock that outlives its process: in between it went on as it had, as the real vendors' clocks do. */
export function createLastingClock(speed: number, memory: Memory): SimulatedClock {
  const [last] = memory.recall('clock', readingSchema);
  // The wall's clock may have been put back.
  const absentMs = last ? Math.max(Date.now() - last.wallMs, 0) * last.speed : 0;
  const clock = createScaledClock(speed, (last?.elapsedMs ?? 0) + absentMs);
  const keep = () =>
    memory.keep('clock', 'reading', {
      wallMs: Date.now(),
      elapsedMs: clock.elapsedMs(),
      speed: clock.speed(),
    });
  keep();
  return {
    ...clock,
    setSpeed(wanted) {
      clock.setSpeed(wanted);
      keep();
    },
  };
}
