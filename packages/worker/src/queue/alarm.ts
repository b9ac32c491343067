import type { DutyName } from '../duties/duty.ts';

/** Has duties looked at, now or at a time; what is asked for twice is done once. */
export interface Alarm {
  wake(names: readonly DutyName[], at?: Date): void;
  stop(): void;
}

/** A clock looks further ahead than this. */
const horizonMs = 60_000;
const grainMs = 100;

export function createAlarm(send: (name: DutyName) => void, now: () => Date): Alarm {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const wakeOne = (name: DutyName, atMs: number) => {
    const slot = Math.ceil(atMs / grainMs);
    const key = `${name} ${slot}`;
    const delayMs = atMs - now().getTime();
    if (delayMs > horizonMs || timers.has(key)) return;
    if (delayMs <= 0) return send(name);
    const timer = setTimeout(() => {
      timers.delete(key);
      send(name);
    }, delayMs);
    timer.unref();
    timers.set(key, timer);
  };
  return {
    wake: (names, at) => {
      for (const name of names) wakeOne(name, at?.getTime() ?? 0);
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
