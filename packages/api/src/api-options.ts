import type { AiModelsOptions, Logger } from '@act/ai-models';

/** How much one request, and one person, may ask for. */
export interface ApiLimits {
  /** Of a JSON body. Default 256 KiB. */
  readonly bodyBytes: number;
  /** For a JSON body to arrive; between two pieces of a form, the same. Default 15,000. */
  readonly bodyTimeoutMs: number;
  /** Of one file in a form. Default 20 MiB. */
  readonly fileBytes: number;
  /** Files in one form. Default 100. */
  readonly files: number;
  /** Of a whole form. Default 256 MiB. */
  readonly formBytes: number;
  /** For an answer of the project, but for files. Default 15,000. */
  readonly answerTimeoutMs: number;
  /** Streams of events that one person has open. Default 6. */
  readonly streams: number;
  /** Requests a minute. Default 600, and 60 that cost something. */
  readonly person: number;
  readonly personCostly: number;
  /** Requests a minute of all people of a brand. Default 6,000, and 300 that cost something. */
  readonly brand: number;
  readonly brandCostly: number;
}

export interface ApiOptions {
  /** The project: its address and the key that browsers may know. */
  readonly supabase: AiModelsOptions['supabase'];
  /** Where the interface is mounted, such as `/api`. Default: at the root. */
  readonly basePath?: string;
  /** What the session's cookie is called. Default: as `@supabase/ssr` calls it for this project. */
  readonly cookieName?: string;
  /** Where browsers see this interface, such as `https://studio.example.com`. Default: where each request says it is. */
  readonly publicUrl?: string;
  /** Whether work that is asked for here costs money, or is simulated; said in quotes. Default: nobody knows. */
  readonly isLive?: boolean;
  /** Other origins whose pages may call, with cookies. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** What providers sign their webhooks with, by provider. */
  readonly webhookSecrets?: Readonly<Record<string, string>>;
  readonly limits?: Partial<ApiLimits>;
  readonly logger?: Logger;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
  readonly generateId?: () => string;
  /** Between two looks at a training whose events somebody follows, in ms. Default 1,500. */
  readonly eventsIntervalMs?: number;
  /** Between two signs of life on such a stream. Default 15,000. */
  readonly heartbeatMs?: number;
  /** Between two questions whether its reader is still signed in. Default 30,000. */
  readonly sessionCheckMs?: number;
}
