import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a state, and says what it was instead. */
export async function until<T>(
  read: () => Promise<T> | T,
  isThere: (state: T) => boolean,
  { withinMs = 20_000 }: { withinMs?: number } = {},
): Promise<T> {
  const endsAt = Date.now() + withinMs;
  for (;;) {
    const state = await read();
    if (isThere(state)) return state;
    if (Date.now() > endsAt) throw new Error(`It did not come to that: ${JSON.stringify(state)}.`);
    await pause(20);
  }
}
