import { type AiModels, BrandRequiredError, createAiModels } from '@act/ai-models';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { ApiWorld } from '../api-world.ts';
import type { InBrand } from '../database/in-brand.ts';
import { ApiError } from '../http/api-error.ts';
import { type BrandMemory, brandOfHost } from './brand-memory.ts';
import type { CallerBrand } from './list-brands.ts';
import type { Session } from './verify-session.ts';

/** Whoever sends a request, and what they can reach: everything in their own name. */
export interface Caller extends Session {
  readonly ai: AiModels;
  /** The project's tables and files. */
  readonly database: SupabaseClient;
  /** The brand that the host stands for or the request names; undefined where neither says. */
  readonly brandId: string | undefined;
  /** Asks the project whether they are still signed in. @throws ApiError */
  stillThere(): Promise<void>;
  /** The caller's brands as they are now. */
  listBrands(): Promise<readonly CallerBrand[]>;
  /** The brand that is meant, which the caller is in now. @throws BrandRequiredError, ApiError 404 */
  needBrand(): Promise<CallerBrand>;
  /** The same, as rows and files are asked for. @throws BrandRequiredError, ApiError 404 */
  needScope(): Promise<InBrand>;
  /** The brand where they may do as much there as this role. @throws BrandRequiredError, ApiError 403, 404 */
  needRole(role: 'member' | 'admin'): Promise<CallerBrand>;
}

export interface CreateCallerOptions {
  readonly world: ApiWorld;
  readonly memory: BrandMemory;
  readonly session: Session;
  readonly stillThere: () => Promise<void>;
  /** As the request names it, wherever it does. */
  readonly namedBrand: string | undefined;
  readonly host: string | null;
}

export async function createCaller(options: CreateCallerOptions): Promise<Caller> {
  const { world, memory, session, stillThere, namedBrand, host } = options;
  const { supabase, fetch } = world;
  const database = once(() =>
    createClient(supabase.url, supabase.publishableKey, {
      accessToken: async () => session.token,
      // Whoever waits is told at once that something is away, not after seven seconds.
      db: { retry: false },
      global: { fetch },
    }),
  );
  const ai = once(() =>
    createAiModels({ supabase, access: { accessToken: () => session.token }, fetch, now: world.now }),
  );
  // Once for each request.
  const listBrands = once(() => memory.look(session.userId, database));
  const hosted = brandOfHost(host, await memory.recall(session.userId, database));
  if (hosted !== null && namedBrand !== undefined && namedBrand !== hosted) throw brandNotAllowed(namedBrand);
  const brandId = hosted ?? namedBrand;
  const needBrand = async () => chooseBrand(await listBrands(), brandId);

  return {
    ...session,
    brandId,
    get ai() {
      return ai();
    },
    get database() {
      return database();
    },
    stillThere,
    listBrands,
    needBrand,
    needScope: async () => ({ brandId: (await needBrand()).id, database: database() }),
    needRole: async (role) => {
      const brand = await needBrand();
      if (brand.role === 'admin' || brand.role === role) return brand;
      throw roleTooSmall(role);
    },
  };
}

function chooseBrand(brands: readonly CallerBrand[], brandId: string | undefined): CallerBrand {
  const [only, ...others] = brands;
  if (brandId !== undefined) {
    const meant = brands.find(({ id }) => id === brandId);
    if (meant) return meant;
    throw brandNotAllowed(brandId);
  }
  if (only === undefined) throw brandNotAllowed(null);
  if (others.length > 0) throw new BrandRequiredError({ choices: brands.map(({ id }) => id) });
  return only;
}

/** In the words of the library: whether there is such a brand is not for a stranger to learn. */
const brandNotAllowed = (brandId: string | null) =>
  new ApiError({
    status: 404,
    code: 'brand_not_allowed',
    message: brandId === null ? 'You are in no brand.' : `There is no brand ${brandId} for you.`,
    hint: 'Ask an admin of the brand to add you.',
  });

/** Said before what was sent is looked into: nothing that is mended there would help. */
const roleTooSmall = (role: 'member' | 'admin') =>
  new ApiError({
    status: 403,
    code: 'not_allowed',
    message:
      role === 'admin'
        ? 'This is for admins of the brand.'
        : 'You may look at what the brand has, and no more.',
    hint: 'Ask an admin of the brand.',
  });

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
