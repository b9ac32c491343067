import type { Duty } from '../duties/duty.ts';

/** Has each duty looked at as often as it says, whoever else has it looked at too. */
export function startClocks(duties: readonly Duty[], tick: (duty: Duty) => void): { stop(): void } {
  const timers = duties.map((duty) => {
    const timer = setInterval(() => tick(duty), duty.everySeconds * 1_000);
    timer.unref();
    return timer;
  });
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
