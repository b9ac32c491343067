import type { AiModels, Logger } from '@act/ai-models';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { z } from 'zod';

/** What a worker can reach. Nothing in it may do more than one brand's system may, or learn more than ids. */
export interface WorkerWorld {
  /** As leases and logs name this process. */
  readonly name: string;
  /** Across brands, as a login that may only call functions which return ids and counts. */
  readonly due: DueDatabase;
  /** One brand, under a token that names it and lives five minutes; made anew for each piece of work. */
  forBrand(brandId: string): BrandAccess;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly random: () => number;
  readonly logger: Logger;
}

export interface BrandAccess {
  readonly ai: AiModels;
  /** The project's tables and files, as `act_system` for that brand. */
  readonly database: SupabaseClient;
}

/** Calls functions in the schema `private`, such as `due_pictures`, and checks what they return. */
export interface DueDatabase {
  call<Schema extends z.ZodType>(
    name: string,
    values: readonly unknown[],
    row: Schema,
  ): Promise<z.output<Schema>[]>;
}
