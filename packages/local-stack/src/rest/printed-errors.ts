import { AsyncLocalStorage } from 'node:async_hooks';

const printed = new AsyncLocalStorage<unknown[]>();

/**
 * Runs a request and returns what it printed with `console.error` beside its result. Lite prints each database error
 * with its stack and answers without its detail and hint: the terminal is spared the first, the answer regains the second.
 */
export async function catchPrintedErrors<T>(
  work: () => Promise<T>,
): Promise<{ result: T; errors: unknown[] }> {
  const errors: unknown[] = [];
  const result = await printed.run(errors, work);
  return { result, errors };
}

const print = console.error;
console.error = (...values: unknown[]) => {
  const errors = printed.getStore();
  if (errors) errors.push(...values);
  else print(...values);
};
