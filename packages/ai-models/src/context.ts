import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from './database/database.types.ts';
import type { TrainingEvent } from './events/training-events.ts';
import type { ProviderRegistry } from './providers/provider-registry.ts';
import type { Logger } from './shared/logging/logger.ts';

/** The project's tables, in the caller's name. */
export type BrandDatabase = SupabaseClient<Database>;

/** The tables of one brand: what a query needs. */
export type BrandScope = Pick<AiModelsContext, 'database' | 'brandId'>;

/** The project's files, in the caller's name: for what streams, where supabase-js would hold a file in memory. */
export interface BrandFiles {
  /** `https://…/storage/v1`, without a slash at the end. */
  readonly url: string;
  /** Api key and token, asked for anew for each request: a token lives minutes, a large upload longer. */
  headers(): Promise<Record<string, string>>;
  /** How requests are made. */
  readonly fetch: typeof globalThis.fetch;
}

/** What is done with pictures once they are bytes; needs more than web standards. */
export interface PictureTools {
  /** What the bytes are, whatever anybody calls them; throws `picture_rejected` for what is no picture. */
  describe(bytes: Uint8Array): Promise<{ contentType: string; width: number; height: number }>;
  /** A small copy for lists, as webp. */
  thumbnail(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}

/** Addresses that were signed for a provider and hold for a while, by model. */
export type SignedUrls = Map<string, { readonly url: string; readonly until: number }>;

/** The world, as every use case gets it: in the name of one caller, for one brand. */
export interface AiModelsContext {
  /** The brand that the call is for. */
  readonly brandId: string;
  /** `person`: work is recorded for the engine. `system`: it is done here. */
  readonly actor: 'person' | 'system';
  /** Who is signed in; null for the system. */
  readonly userId: string | null;
  /** The project's tables, in the caller's name. */
  readonly database: BrandDatabase;
  /** The project's files, in the caller's name. */
  readonly files: BrandFiles;
  /** Who trains, paints and describes; nobody where work is only asked for. */
  readonly providers: ProviderRegistry;
  /** Loaded when a picture is there to look at. @throws AiModelsError `peer_missing` */
  readonly pictureTools: () => Promise<PictureTools>;
  /** Used again while they hold: providers keep a model by its address. */
  readonly loraUrls: SignedUrls;
  /** Where providers can ring, if they can reach us at all: the address up to the provider's name. */
  readonly webhookUrl: string | null;
  /** As leases name us. */
  readonly workerName: string;
  /** How long to wait between two looks at a run. */
  readonly pollIntervalMs: number;
  /** How requests are made. Follows no redirect. */
  readonly fetch: typeof globalThis.fetch;
  /** The time. */
  readonly now: () => Date;
  /** A new id, for a file. */
  readonly generateId: () => string;
  /** 0 to 1, like `Math.random`. */
  readonly random: () => number;
  /** Where the work says what happens; without secrets. */
  readonly logger: Logger;
  /** Tells whoever listens what happened to a training. */
  readonly emit: (event: TrainingEvent) => void;
}
