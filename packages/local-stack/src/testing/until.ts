import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a question is answered with yes; fails with what was waited for. */
export async function until(what: string, ask: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await ask().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain until ${what}.`);
    await sleep(20);
  }
}
