import type { WorkerOptions } from '../worker-options.ts';

/** Whether the project's storage answers, whatever it says to somebody without rights. */
export const storageCheck =
  ({ url, publishableKey }: WorkerOptions['supabase'], fetch: typeof globalThis.fetch) =>
  async (signal: AbortSignal): Promise<void> => {
    const response = await fetch(`${url.replace(/\/+$/, '')}/storage/v1/bucket`, {
      headers: { apikey: publishableKey },
      signal,
    });
    await response.body?.cancel();
    if (response.status >= 500) throw new Error(`Storage answers ${response.status}.`);
  };
