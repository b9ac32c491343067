import { checkOptions } from './check-options.ts';
import type { AiModelsContext, BrandDatabase, SignedUrls } from './context.ts';
import { findBrandOfRow, listBrandsOf } from './database/memberships.ts';
import { openDatabase } from './database/open-database.ts';
import { createRobotSession } from './database/robot-session.ts';
import { AiModelsError, BrandRequiredError } from './errors/index.ts';
import type { TrainingEvent } from './events/training-events.ts';
import { createProviderRegistry, type Provider } from './providers/provider-registry.ts';
import type { SystemSigner } from './shared/access/system-signer.ts';
import { subjectOf } from './shared/access/token-subject.ts';
import { withoutRedirects } from './shared/http/without-redirects.ts';
import { type Logger, redacting, silentLogger } from './shared/logging/logger.ts';

/** A person who is signed in: their token, asked for with every request. */
interface PersonAccess {
  readonly accessToken: () => string | null | Promise<string | null>;
}

/** A robot: a person like any other, who signs in by itself. */
interface RobotAccess {
  readonly email: string;
  readonly password: string;
}

/** The system, for one brand: for engines and trusted scripts, which hold the signing key. */
interface SystemAccess {
  readonly brandId: string;
  readonly signer: SystemSigner;
}

/** How a client reaches the project, in whose name, and what it works with. */
export interface AiModelsOptions {
  /** The project: its address and the key that browsers may know. */
  readonly supabase: { readonly url: string; readonly publishableKey: string };
  /** In whose name. */
  readonly access: PersonAccess | RobotAccess | SystemAccess;
  /** Who trains, paints and describes. Only where work is done, not only asked for. Default: nobody. */
  readonly providers?: readonly Provider[];
  /** Where providers can ring, up to the provider's name, such as `https://example.com/api/webhooks`. */
  readonly webhookUrl?: string;
  /** What providers sign their webhooks with, by provider. */
  readonly webhookSecrets?: Readonly<Record<string, string>>;
  /** Between two looks at a run. Default 5,000. */
  readonly pollIntervalMs?: number;
  /** As leases name this process. Default: made up. */
  readonly workerName?: string;
  /** Where the client says what happens. Default: nowhere. */
  readonly logger?: Logger;
  /** Told what happens to trainings that this client takes forward. */
  readonly onEvent?: (event: TrainingEvent) => void;
  /** Addresses of models that were signed for providers; share it between clients of one process. */
  readonly loraUrls?: SignedUrls;
  /** How requests are made. Default: the system's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** The clock. Default: the real time. */
  readonly now?: () => Date;
  /** Makes the ids of files. Default: random uuids. */
  readonly generateId?: () => string;
  /** Draws seeds and trigger words: 0 to 1. Default: `Math.random`. */
  readonly random?: () => number;
}

/** Rows that a caller names by their id alone. */
export type NamedTable = 'lora_training_jobs' | 'generations' | 'brand_assets';

/** Gives every call its world: in whose name, and for which brand. */
export interface Caller {
  /** @throws BrandRequiredError where the caller has several brands and names none */
  contextFor(brandId?: string): Promise<AiModelsContext>;
  /** For the brand that a row is in, if it is one of the caller's. */
  contextOf(table: NamedTable, id: string, brandId?: string): Promise<AiModelsContext>;
  /** The tables in the name of a person, whatever brands they are in. @throws AiModelsError `not_allowed` for the system */
  openForPerson(): Promise<BrandDatabase>;
  /** The tables in nobody's name. */
  openAnonymously(): Promise<BrandDatabase>;
}

/** Says for each call in whose name and for which brand it is. @throws AiModelsError `not_configured` */
export function createCaller(options: AiModelsOptions): Caller {
  checkOptions(options);
  const { supabase, access } = options;
  const fetch = withoutRedirects(options.fetch ?? globalThis.fetch);
  const session = openSession(options, fetch);
  const share = once(() => createSharedParts(options));
  const open = (accessToken: () => Promise<string | null>) =>
    openDatabase({ ...supabase, url: trimmed(supabase.url), accessToken, fetch });
  const openOnce = once(() => open(session.token));

  const build = async (brandId: string, userId: string | null): Promise<AiModelsContext> => {
    // Asked for now: a key or a password that is wrong is said at once, and as what it is.
    await session.token();
    return {
      ...share(),
      brandId,
      userId,
      actor: 'signer' in access ? 'system' : 'person',
      database: await openOnce(),
      files: {
        url: `${trimmed(supabase.url)}/storage/v1`,
        headers: async () => ({
          apikey: supabase.publishableKey,
          authorization: `Bearer ${(await session.token()) ?? supabase.publishableKey}`,
        }),
        fetch,
      },
      fetch,
    };
  };

  /** Membership is looked up with every call: whoever was removed is out at once, and a token that is another's fits nowhere. */
  const whoCalls = async () => {
    const token = await session.token();
    const userId = token === null ? null : subjectOf(token);
    if (userId === null) throw notSignedIn();
    return { userId, brandIds: await listBrandsOf(await openOnce(), userId) };
  };

  const contextFor = async (brandId?: string): Promise<AiModelsContext> => {
    if ('signer' in access) {
      if (brandId === undefined || brandId === access.brandId) return build(access.brandId, null);
      throw notAllowed(brandId);
    }
    const { userId, brandIds } = await whoCalls();
    return build(chooseBrand(brandIds, brandId), userId);
  };

  return {
    contextFor,
    contextOf: async (table, id, brandId) => {
      if (brandId !== undefined || 'signer' in access) return contextFor(brandId);
      const { userId, brandIds } = await whoCalls();
      const [only, ...others] = brandIds;
      if (only === undefined) throw notAllowed(null);
      if (others.length === 0) return build(only, userId);
      return build((await findBrandOfRow(await openOnce(), { table, id, brandIds })) ?? only, userId);
    },
    openForPerson: async () => {
      if ('signer' in access) throw notAPerson();
      const token = await session.token();
      if (token === null || subjectOf(token) === null) throw notSignedIn();
      return openOnce();
    },
    openAnonymously: once(() => open(async () => null)),
  };
}

interface Session {
  readonly token: () => Promise<string | null>;
}

function openSession({ supabase, access }: AiModelsOptions, fetch: typeof globalThis.fetch): Session {
  if ('signer' in access) return { token: () => access.signer(access.brandId) };
  if ('email' in access) {
    return createRobotSession({ ...supabase, ...access, fetch });
  }
  return {
    token: async () => {
      try {
        return await access.accessToken();
      } catch (error) {
        throw AiModelsError.isInstance(error) ? error : tokenFailed(error);
      }
    },
  };
}

function createSharedParts(options: AiModelsOptions) {
  const emit = options.onEvent ?? (() => undefined);
  return {
    providers: createProviderRegistry(options.providers ?? []),
    webhookUrl: options.webhookUrl === undefined ? null : trimmed(options.webhookUrl),
    workerName: options.workerName ?? `script-${crypto.randomUUID().slice(0, 8)}`,
    pollIntervalMs: options.pollIntervalMs ?? 5_000,
    pictureTools: once(loadTools),
    loraUrls: options.loraUrls ?? new Map(),
    now: options.now ?? (() => new Date()),
    generateId: options.generateId ?? (() => crypto.randomUUID()),
    random: options.random ?? Math.random,
    logger: redacting(options.logger ?? silentLogger),
    emit,
  };
}

/** Loaded when a picture is there to look at, and only where work is done. */
async function loadTools() {
  const { createPictureTools } = await import('./node/picture-tools.ts');
  return createPictureTools();
}

function chooseBrand(brandIds: readonly string[], wanted: string | undefined): string {
  if (wanted !== undefined) {
    if (brandIds.includes(wanted)) return wanted;
    throw notAllowed(wanted);
  }
  const [only, ...others] = brandIds;
  if (only === undefined) throw notAllowed(null);
  if (others.length > 0) throw new BrandRequiredError({ choices: brandIds });
  return only;
}

const trimmed = (url: string) => url.replace(/\/+$/, '');

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const notSignedIn = () =>
  new AiModelsError({
    code: 'not_signed_in',
    message: 'Nobody is signed in.',
    hint: 'Sign in, and pass the session in `access`.',
  });

const notAPerson = () =>
  new AiModelsError({
    code: 'not_allowed',
    message: 'The system is no person.',
    hint: 'Sign in as the one whom it is about.',
  });

const tokenFailed = (cause: unknown) =>
  new AiModelsError({
    code: 'not_signed_in',
    message: '`access.accessToken` failed: there is no session.',
    hint: 'Sign in again; what failed is in `cause`.',
    cause,
  });

/** Whether there is such a brand is not for a stranger to learn. */
const notAllowed = (brandId: string | null) =>
  new AiModelsError({
    code: 'brand_not_allowed',
    message: brandId === null ? 'You are in no brand.' : `There is no brand ${brandId} for you.`,
    hint: 'Ask an admin of the brand to add you.',
  });
