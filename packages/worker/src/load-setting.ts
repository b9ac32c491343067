import { hostname } from 'node:os';
import { createSystemSigner } from '@act/ai-models';
import { environmentSchema, readEnvironment, readProviders } from '@act/ai-models/environment';
import { z } from 'zod';
import { dutyNames } from './duties/duty.ts';
import { createWorkerLogger, logLevels } from './logging/worker-logger.ts';
import { readNoticeSettings } from './notices/load-setting.ts';
import { pickSettings, type Settings } from './pick-settings.ts';
import { SettingError } from './setting-error.ts';
import type { WorkerOptions } from './worker-options.ts';

const whole = (least: number, most: number) => {
  const error = `Use a whole number from ${least} to ${most}.`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
};

/** `submit=4,save=1`. */
const slots = z.string().transform((text, context) => {
  const wanted: Partial<Record<(typeof dutyNames)[number], number>> = {};
  for (const part of text.split(',')) {
    const [name = '', count = ''] = part.split('=').map((word) => word.trim());
    const duty = dutyNames.find((known) => known === name);
    if (!duty || !/^\d{1,3}$/.test(count) || Number(count) === 0) {
      context.addIssue({
        code: 'custom',
        message: `Write it like "submit=4,save=1", with names among ${dutyNames.join(', ')}.`,
      });
      return z.NEVER;
    }
    wanted[duty] = Number(count);
  }
  return wanted;
});

/** What may be set in the environment, beside what the library reads. */
const workerEnvironmentSchema = z.object({
  /** The project's database as `act_worker`. */
  ACT_WORKER_DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'Write it as postgres://act_worker:password@host:5432/postgres.',
    })
    .refine((url) => URL.parse(url)?.port !== '6543', {
      error:
        'Port 6543 is a pooler in transaction mode, which cannot listen: use 5432, direct or in session mode.',
    }),
  ACT_WORKER_NAME: z.string().max(100).optional(),
  ACT_WORKER_SLOTS: slots.optional(),
  ACT_WORKER_PROVIDER_CALLS: whole(1, 1_000).optional(),
  ACT_WORKER_POLL_MS: whole(100, 600_000).optional(),
  ACT_WORKER_GRACE_MS: whole(0, 3_600_000).optional(),
  ACT_WORKER_HOST: z.string().optional(),
  ACT_WORKER_PORT: whole(0, 65_535).optional(),
  ACT_WORKER_METRICS_TOKEN: z.string().min(16, 'Use at least 16 characters.').optional(),
  ACT_WORKER_LOG_LEVEL: z.enum(logLevels, { error: `Use one of ${logLevels.join(', ')}.` }).optional(),
});
const workerVariables = workerEnvironmentSchema.keyof().options;

const usualPort = 54_330;

/** A worker's options from settings by name. @throws SettingError in one plain message, which names the variable */
export function readWorkerOptions(settings: Settings = process.env): WorkerOptions {
  const own = parseOwn(settings);
  const shared = readShared(settings);
  const { ACT_SYSTEM_SIGNING_KEY, ACT_WEBHOOK_URL } = shared;
  const publishableKey = shared.SUPABASE_PUBLISHABLE_KEY ?? shared.SUPABASE_ANON_KEY;
  const name = own.ACT_WORKER_NAME ?? `${hostname()}-${process.pid}`;
  return {
    supabase: {
      url: required('SUPABASE_URL', shared.SUPABASE_URL, 'the address of the project'),
      publishableKey: required('SUPABASE_PUBLISHABLE_KEY', publishableKey, 'its publishable key'),
    },
    signer: createSystemSigner({
      signingKey: required('ACT_SYSTEM_SIGNING_KEY', ACT_SYSTEM_SIGNING_KEY, "the project's signing key"),
    }),
    databaseUrl: own.ACT_WORKER_DATABASE_URL,
    providers: readProviders(shared),
    ...(ACT_WEBHOOK_URL !== undefined && { webhookUrl: ACT_WEBHOOK_URL }),
    name,
    ...(own.ACT_WORKER_SLOTS && { slots: own.ACT_WORKER_SLOTS }),
    ...(own.ACT_WORKER_PROVIDER_CALLS !== undefined && {
      providerCallsAtOnce: own.ACT_WORKER_PROVIDER_CALLS,
    }),
    ...(own.ACT_WORKER_POLL_MS !== undefined && { pollIntervalMs: own.ACT_WORKER_POLL_MS }),
    ...(own.ACT_WORKER_GRACE_MS !== undefined && { graceMs: own.ACT_WORKER_GRACE_MS }),
    notices: readNoticeSettings(settings),
    health: {
      port: own.ACT_WORKER_PORT ?? usualPort,
      ...(own.ACT_WORKER_HOST !== undefined && { host: own.ACT_WORKER_HOST }),
      metricsToken: own.ACT_WORKER_METRICS_TOKEN ?? null,
    },
    logger: createWorkerLogger({ level: own.ACT_WORKER_LOG_LEVEL ?? 'info', name }),
  };
}

/** Only what reaches the database: for commands that look at dead letters. */
export function readDatabaseUrl(settings: Settings = process.env): string {
  return parseOwn(settings).ACT_WORKER_DATABASE_URL;
}

function parseOwn(settings: Settings) {
  const result = workerEnvironmentSchema.safeParse(pickSettings(settings, workerVariables));
  if (result.success) return result.data;
  // Names only: a value may be a secret that was put under the wrong name.
  const [issue] = result.error.issues;
  const variable = String(issue?.path[0] ?? '');
  const isMissing = !settings[variable]?.trim();
  throw new SettingError(
    isMissing
      ? `${variable} is not set. ${issue?.message ?? ''}`
      : `${variable} cannot be used. ${issue?.message ?? ''}`,
  );
}

function readShared(settings: Settings) {
  try {
    return readEnvironment(pickSettings(settings, environmentSchema.keyof().options));
  } catch (error) {
    throw new SettingError(error instanceof Error ? error.message : String(error));
  }
}

function required(variable: string, value: string | undefined, what: string): string {
  if (value) return value;
  throw new SettingError(`${variable} is not set. Set it to ${what}.`);
}
