import { AiModelsError } from '../errors/index.ts';
import type { DatabaseSettings } from './database-settings.ts';
import { toAnswer } from './own-errors.ts';

/**
 * Sends requests in the name of whoever the token names. What fails before the project has ever answered becomes an answer:
 * errors are asked for again by supabase-js, for seven seconds, and lose their words.
 */
export function sendAs({ url, accessToken, fetch }: DatabaseSettings): typeof globalThis.fetch {
  let hasAnswered = false;
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    try {
      const token = await accessToken();
      if (token !== null) headers.set('authorization', `Bearer ${token}`);
    } catch (error) {
      if (AiModelsError.isInstance(error)) return toAnswer(error);
      throw error;
    }
    try {
      const response = await fetch(input, { ...init, headers });
      hasAnswered = true;
      return response;
    } catch (error) {
      if (hasAnswered || init?.signal?.aborted) throw error;
      return toAnswer(unreachable(url, error));
    }
  };
}

const unreachable = (url: string, cause: unknown) =>
  new AiModelsError({
    code: 'database_failed',
    message: `The project at ${new URL(url).origin} cannot be reached.`,
    hint: 'Check `supabase.url` and the connection, then try again.',
    retryable: true,
    cause,
  });
