/** Work that waits for its time; a promise is waited for by `advance`. */
export type ScheduledWork = () => void | Promise<void>;

/**
 * The time in which simulated work passes. Durations are simulated, `speed` times shorter on the wall; moments are those
 * of the wall, so that timestamps, signatures and searches by time agree with everybody else's clock.
 */
export interface SimulatedClock {
  /** This moment in ms since the epoch, for timestamps. Its differences are no simulated durations: see `elapsedMs`. */
  now(): number;
  /** Simulated ms since the clock began: how long something took is the difference of two readings. */
  elapsedMs(): number;
  /** The moment on the wall at which so many simulated ms will have passed. */
  momentIn(delayMs: number): number;
  /** Runs something after so many simulated ms; what is due at the same time runs in the order it was scheduled in. */
  schedule(delayMs: number, run: ScheduledWork): { cancel(): void };
  /** How many times faster than the wall simulated time passes. */
  speed(): number;
  /** Also what is scheduled already comes sooner or later by it. */
  setSpeed(speed: number): void;
  /** Forgets everything that is scheduled, for good. */
  stop(): void;
}

/** A clock that stands still until it is told otherwise. */
export interface ManualClock extends SimulatedClock {
  /** Lets simulated time pass, runs what falls due in order, and waits for each. Not to be called by what it runs. */
  advance(ms: number): Promise<void>;
}

interface Entry {
  dueMs: number;
  run: ScheduledWork;
}

/** What waits, the next first. */
function createAgenda() {
  const entries: Entry[] = [];
  return {
    next: () => entries[0],
    clear: () => void entries.splice(0),
    add(entry: Entry): void {
      const place = entries.findIndex(({ dueMs }) => dueMs > entry.dueMs);
      entries.splice(place === -1 ? entries.length : place, 0, entry);
    },
    remove(entry: Entry): void {
      const place = entries.indexOf(entry);
      if (place !== -1) entries.splice(place, 1);
    },
  };
}

/** Node's timers hold no longer delay. */
const longestTimerMs = 2 ** 31 - 1;

/** A clock on which durations pass `speed` times faster than on the wall; `startsAtMs` has passed on it already. */
export function createScaledClock(initialSpeed: number, startsAtMs = 0): SimulatedClock {
  const agenda = createAgenda();
  let speed = checkSpeed(initialSpeed);
  let reading = { wallMs: performance.now(), elapsedMs: startsAtMs };
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const elapsedMs = () => reading.elapsedMs + (performance.now() - reading.wallMs) * speed;
  const arm = (): void => {
    clearTimeout(timer);
    const next = agenda.next();
    if (!next || isStopped) return;
    timer = setTimeout(runDue, Math.min(Math.max((next.dueMs - elapsedMs()) / speed, 0), longestTimerMs));
  };
  const runDue = (): void => {
    // Timers may come a fraction of a millisecond early: what is that near is due.
    for (let next = agenda.next(); next && next.dueMs <= elapsedMs() + speed; next = agenda.next()) {
      agenda.remove(next);
      void next.run();
    }
    arm();
  };

  return {
    elapsedMs,
    now: () => Date.now(),
    momentIn: (delayMs) => Date.now() + delayMs / speed,
    schedule(delayMs, run) {
      const entry = { dueMs: elapsedMs() + delayMs, run };
      agenda.add(entry);
      arm();
      return { cancel: () => agenda.remove(entry) };
    },
    speed: () => speed,
    setSpeed(wanted) {
      reading = { elapsedMs: elapsedMs(), wallMs: performance.now() };
      speed = checkSpeed(wanted);
      arm();
    },
    stop() {
      isStopped = true;
      agenda.clear();
      clearTimeout(timer);
    },
  };
}

export interface ManualClockOptions {
  /** What `now` says at first, in ms since the epoch. Default: the wall's time. */
  startAt?: number;
}

/** A clock for tests that need no waiting: time passes by `advance` alone. */
export function createManualClock({ startAt = Date.now() }: ManualClockOptions = {}): ManualClock {
  const agenda = createAgenda();
  let elapsed = 0;
  let isStopped = false;
  return {
    elapsedMs: () => elapsed,
    now: () => startAt + elapsed,
    momentIn: (delayMs) => startAt + elapsed + delayMs,
    schedule(delayMs, run) {
      const entry = { dueMs: elapsed + Math.max(delayMs, 0), run };
      if (!isStopped) agenda.add(entry);
      return { cancel: () => agenda.remove(entry) };
    },
    speed: () => 1,
    setSpeed: () => undefined,
    stop() {
      isStopped = true;
      agenda.clear();
    },
    async advance(ms) {
      const target = elapsed + ms;
      for (let next = agenda.next(); next && next.dueMs <= target; next = agenda.next()) {
        agenda.remove(next);
        elapsed = next.dueMs;
        await next.run();
      }
      elapsed = target;
    },
  };
}

function checkSpeed(speed: number): number {
  if (Number.isFinite(speed) && speed > 0) return speed;
  throw new RangeError(`A clock's speed is more than 0, not ${speed}.`);
}
