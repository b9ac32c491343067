import { z } from 'zod';
import { AiModelsError } from '../errors/index.ts';

const address = z.url({ protocol: /^https?$/, error: 'Use an address such as "https://example.com".' });
const text = z.string().min(1);

/** What may be set in the environment; for apps to extend. Nothing is required: every value may be passed instead. */
export const environmentSchema = z.object({
  /** The project: `supabase.url`. */
  SUPABASE_URL: address.optional(),
  /** Its public key: `supabase.publishableKey`. */
  SUPABASE_PUBLISHABLE_KEY: text.optional(),
  /** What it was called before. */
  SUPABASE_ANON_KEY: text.optional(),
  /** A robot is a person with a membership: `access.email`. */
  ACT_EMAIL: z.email('Use an e-mail address.').optional(),
  /** `access.password`. */
  ACT_PASSWORD: text.optional(),
  /** A session that exists: `access.accessToken`. */
  ACT_ACCESS_TOKEN: text.optional(),
  /** For whom calls are that name no brand: `access.brandId`. */
  ACT_BRAND_ID: text.optional(),
  /** Signs system tokens; only the worker and trusted scripts hold it: `access.signer`. */
  ACT_SYSTEM_SIGNING_KEY: text.optional(),
  /** `live` spends money; without it a token alone never does. */
  ACT_PROVIDERS: z.enum(['live', 'simulated']).default('simulated'),
  /** `providers`. */
  REPLICATE_API_TOKEN: text.optional(),
  /** Who owns what is trained. Default: the token's account. */
  REPLICATE_USERNAME: text.optional(),
  /** `providers`. */
  RUNPOD_API_KEY: text.optional(),
  /** The id of the serverless endpoint that trains. */
  RUNPOD_TRAINING_ENDPOINT: text.optional(),
  /** The id of the one that paints. */
  RUNPOD_IMAGE_ENDPOINT: text.optional(),
  /** Where Replicate is asked instead of at the vendor: its simulator. */
  ACT_REPLICATE_URL: address.optional(),
  /** The same for RunPod. */
  ACT_RUNPOD_URL: address.optional(),
  /** `files` where Replicate cannot reach this machine although its name looks public. */
  ACT_REPLICATE_REACH: z.enum(['auto', 'files', 'direct']).optional(),
  /** What Replicate signs its webhooks with: `webhookSecrets.replicate`. */
  REPLICATE_WEBHOOK_SECRET: text.optional(),
  /** Where providers can ring us: `webhookUrl`. */
  ACT_WEBHOOK_URL: address.optional(),
});
/** What is set in the environment, checked. */
export type AiModelsEnvironment = z.output<typeof environmentSchema>;
type EnvironmentVariable = keyof AiModelsEnvironment;

const variables = environmentSchema.keyof().options;

/**
 * What is set in the environment, checked; everything left out where there is none, as in n8n and browsers. An empty
 * value counts as none. @throws AiModelsError `not_configured`
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>> = processEnvironment(),
): AiModelsEnvironment {
  const set = variables.flatMap((name) => {
    const value = readVariable(environment, name);
    return value ? [[name, value] as const] : [];
  });
  const result = environmentSchema.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  // Names only: a value may be a secret that was put under the wrong name.
  const wrong = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AiModelsError({
    code: 'not_configured',
    message: `The environment cannot be used. ${wrong.join(' ')}`,
    hint: 'Correct it, or leave it out and pass the option instead.',
  });
}

export interface LoadSettingOptions {
  /** As it was passed; wins. */
  value: string | null | undefined;
  /** The variables that may hold it, the first one first. */
  variables: readonly [EnvironmentVariable, ...EnvironmentVariable[]];
  /** The option to pass instead, such as `supabase.url`. */
  option: string;
  /** Default: that of the process, where there is one. */
  environment?: AiModelsEnvironment;
}

/** A setting from an option or the environment. @throws AiModelsError `not_configured`, naming both */
export function loadSetting(options: LoadSettingOptions): string {
  const { value, variables: names, option, environment = readEnvironment() } = options;
  const found = value || names.map((name) => environment[name]).find(Boolean);
  if (found) return found;
  throw new AiModelsError({
    code: 'not_configured',
    message: `${names.join(' or ')} is not set, and no \`${option}\` was passed.`,
    hint: `Set ${names[0]}, or pass \`${option}\` to createAiModels or configureAiModels.`,
  });
}

/** There is no `process` in Deno Deploy, browsers and the sandbox of n8n. */
const processEnvironment = (): Readonly<Record<string, string | undefined>> =>
  typeof process === 'object' && process ? (process.env ?? {}) : {};

/** Deno refuses single variables that it was not allowed to read. */
function readVariable(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  try {
    return environment[name]?.trim() ?? '';
  } catch {
    return '';
  }
}
