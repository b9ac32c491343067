import { createAiModels, type Logger, type SignedUrls } from '@act/ai-models';
import type { Provider } from '@act/ai-models/providers';
import { createClient } from '@supabase/supabase-js';
import type { WorkerOptions } from '../worker-options.ts';
import type { BrandAccess, DueDatabase, WorkerWorld } from './worker-world.ts';

export interface WorldParts {
  readonly name: string;
  readonly due: DueDatabase;
  readonly providers: readonly Provider[];
  readonly logger: Logger;
}

/** Everything that duties reach, for one process. */
export function createWorld(
  options: WorkerOptions,
  { name, due, providers, logger }: WorldParts,
): WorkerWorld {
  const { fetch = globalThis.fetch, now = () => new Date(), random = Math.random } = options;
  // Providers keep a model by its address, so the address is used again by whoever paints with it next.
  const loraUrls: SignedUrls = new Map();
  return {
    name,
    due,
    fetch,
    now,
    random,
    logger,
    forBrand: (brandId) =>
      openBrand(options, brandId, { providers, loraUrls, logger, fetch, now, random, workerName: name }),
  };
}

type Shared = Pick<
  Parameters<typeof createAiModels>[0],
  'providers' | 'loraUrls' | 'logger' | 'fetch' | 'now' | 'random' | 'workerName'
> & { readonly fetch: typeof globalThis.fetch };

function openBrand(options: WorkerOptions, brandId: string, shared: Shared): BrandAccess {
  const { supabase, signer, webhookUrl, pollIntervalMs } = options;
  const open = () =>
    createClient(supabase.url, supabase.publishableKey, {
      accessToken: () => signer(brandId),
      global: { fetch: shared.fetch },
    });
  let database: ReturnType<typeof open> | null = null;
  return {
    ai: createAiModels({
      ...shared,
      supabase,
      access: { brandId, signer },
      ...(webhookUrl !== undefined && { webhookUrl }),
      ...(pollIntervalMs !== undefined && { pollIntervalMs }),
    }),
    // Most work needs only the library.
    get database() {
      database ??= open();
      return database;
    },
  };
}
