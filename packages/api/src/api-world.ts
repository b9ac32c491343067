import type { AiModelsOptions, Logger } from '@act/ai-models';
import type { ApiLimits, ApiOptions } from './api-options.ts';
import { createStreamSlots, type StreamSlots } from './events/stream-slots.ts';
import { fetchWithTimeout } from './http/fetch-with-timeout.ts';
import type { ApiDocument } from './openapi/api-document.ts';
import { usualCookieName } from './session/session-token.ts';

/** The options of an interface, complete. */
export interface ApiWorld {
  readonly supabase: AiModelsOptions['supabase'];
  readonly basePath: string;
  readonly cookieName: string;
  readonly publicOrigin: string | null;
  readonly isSimulated: boolean | null;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly webhookSecrets: Readonly<Record<string, string>>;
  readonly limits: ApiLimits;
  readonly logger: Logger;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly generateId: () => string;
  readonly eventsIntervalMs: number;
  readonly heartbeatMs: number;
  readonly sessionCheckMs: number;
  readonly streams: StreamSlots;
  /** What this interface is, for programs. */
  readonly document: () => ApiDocument;
}

const usualLimits: ApiLimits = {
  bodyBytes: 256 * 1024,
  bodyTimeoutMs: 15_000,
  fileBytes: 20 * 1024 * 1024,
  files: 100,
  formBytes: 256 * 1024 * 1024,
  answerTimeoutMs: 15_000,
  streams: 6,
  person: 600,
  personCostly: 60,
  brand: 6_000,
  brandCostly: 300,
};

const silent: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {
  // Nobody asked to hear it.
}

export function createWorld(options: ApiOptions, makeDocument: (basePath: string) => ApiDocument): ApiWorld {
  const limits = { ...usualLimits, ...options.limits };
  const url = options.supabase.url.replace(/\/+$/, '');
  const basePath = (options.basePath ?? '').replace(/\/+$/, '');
  let document: ApiDocument | null = null;
  return {
    supabase: { ...options.supabase, url },
    basePath,
    document: () => {
      document ??= makeDocument(basePath);
      return document;
    },
    cookieName: options.cookieName ?? usualCookieName(url),
    publicOrigin: options.publicUrl === undefined ? null : new URL(options.publicUrl).origin,
    isSimulated: options.isLive === undefined ? null : !options.isLive,
    allowedOrigins: new Set(options.allowedOrigins ?? []),
    webhookSecrets: options.webhookSecrets ?? {},
    limits,
    logger: options.logger ?? silent,
    fetch: fetchWithTimeout(options.fetch ?? globalThis.fetch, limits.answerTimeoutMs),
    now: options.now ?? (() => new Date()),
    generateId: options.generateId ?? (() => crypto.randomUUID()),
    eventsIntervalMs: options.eventsIntervalMs ?? 1_500,
    heartbeatMs: options.heartbeatMs ?? 15_000,
    streams: createStreamSlots(limits.streams),
    sessionCheckMs: options.sessionCheckMs ?? 30_000,
  };
}
