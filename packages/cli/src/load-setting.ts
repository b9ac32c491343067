import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const text = z
  .string()
  .transform((value) => value.trim() || undefined)
  .optional();

/** What may be set in the environment; secrets come in here, by a prompt or by stdin, and never as an argument. */
const settingsSchema = z.object({
  /** The studio or project to work with; `--url` wins. */
  ACT_URL: text,
  SUPABASE_URL: text,
  SUPABASE_PUBLISHABLE_KEY: text,
  SUPABASE_ANON_KEY: text,
  /** Who acts, without signing in before: a token, or a robot's e-mail and password. */
  ACT_ACCESS_TOKEN: text,
  ACT_EMAIL: text,
  ACT_PASSWORD: text,
  ACT_BRAND_ID: text,
  /** The operator's key: for `new-brand`, `isolation --url`. */
  SUPABASE_SECRET_KEY: text,
  SUPABASE_SERVICE_ROLE_KEY: text,
  /** A connection of the operator's, which lets `doctor` look at migrations and policies. */
  ACT_DATABASE_URL: text,
  /** Where the embedded world lies, if not in `.act`. */
  ACT_HOME: text,
  // What the engine and the interface are given; `doctor` looks at them.
  ACT_PROVIDERS: text,
  REPLICATE_API_TOKEN: text,
  ACT_REPLICATE_URL: text,
  RUNPOD_API_KEY: text,
  RUNPOD_TRAINING_ENDPOINT: text,
  RUNPOD_IMAGE_ENDPOINT: text,
  ACT_RUNPOD_URL: text,
  ACT_WEBHOOK_URL: text,
  ACT_WORKER_URL: text,
  // How things look.
  NO_COLOR: text,
  TERM: text,
  // Where programs keep what is theirs.
  XDG_CONFIG_HOME: text,
  APPDATA: text,
});

export type Environment = z.output<typeof settingsSchema>;

export interface Settings {
  readonly environment: Environment;
  /** This user's folder for this program: sessions, and what was uploaded. */
  readonly configFolder: string;
  /** Given by the system to a process that this one starts. */
  readonly inherited: NodeJS.ProcessEnv;
}

/** The one place of this package that looks at the environment. */
export function loadSettings(inherited: NodeJS.ProcessEnv = process.env): Settings {
  const environment = settingsSchema.parse(inherited);
  const { XDG_CONFIG_HOME, APPDATA } = environment;
  const usual = process.platform === 'win32' && APPDATA ? APPDATA : join(homedir(), '.config');
  return { environment, inherited, configFolder: join(XDG_CONFIG_HOME ?? usual, 'act') };
}
