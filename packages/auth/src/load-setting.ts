import { z } from 'zod';

const roleSchema = z.enum(['admin', 'member', 'viewer']);

/** Somebody of the embedded world, as whom anybody at this machine may look around. */
export interface DemoPerson {
  readonly email: string;
  readonly password: string;
  /** Role by brand; empty for somebody who has just signed up. */
  readonly roles: Readonly<Record<string, z.output<typeof roleSchema>>>;
}

const demoPeopleSchema: z.ZodType<DemoPerson[]> = z.array(
  z.object({
    email: z.string(),
    password: z.string(),
    roles: z.record(z.string(), roleSchema).default({}),
  }),
);

/** Where the accounts are. Read when the storefront runs, so that one build serves every place. */
export interface AuthSettings {
  /** `SUPABASE_URL`: as this server and browsers reach it. */
  readonly url: string;
  /** `SUPABASE_PUBLISHABLE_KEY`: browsers see it. */
  readonly publishableKey: string;
  /** `ACT_STOREFRONT_URL`: where browsers see this storefront, for the links of mails. Default: where the project's lead. */
  readonly publicUrl: string | null;
  /** `ACT_DEMO_PEOPLE`: a JSON list for the sign-in page of the embedded world. Default: none. */
  readonly demoPeople: readonly DemoPerson[];
  /** `ACT_DEMO_PEOPLE_URL`: where a JSON list of the addresses is of those who are still there. Default: all are. */
  readonly demoPeopleUrl: string | null;
  /** `ACT_OUTBOX_URL`: where mail lands that does not leave this machine. Default: it leaves. */
  readonly outboxUrl: string | null;
}

/** The one place of this package that looks at the environment. */
export function loadAuthSettings(environment: NodeJS.ProcessEnv = process.env): AuthSettings {
  const { ACT_DEMO_PEOPLE, ACT_DEMO_PEOPLE_URL, ACT_OUTBOX_URL, ACT_STOREFRONT_URL } = environment;
  return {
    url: requireUrl(environment.SUPABASE_URL),
    publishableKey: requireSetting('SUPABASE_PUBLISHABLE_KEY', environment.SUPABASE_PUBLISHABLE_KEY),
    publicUrl: ACT_STOREFRONT_URL?.replace(/\/+$/, '') || null,
    demoPeople: ACT_DEMO_PEOPLE ? demoPeopleSchema.parse(JSON.parse(ACT_DEMO_PEOPLE)) : [],
    demoPeopleUrl: ACT_DEMO_PEOPLE_URL || null,
    outboxUrl: ACT_OUTBOX_URL || null,
  };
}

function requireUrl(value: string | undefined): string {
  const url = requireSetting('SUPABASE_URL', value);
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url.replace(/\/+$/, '');
  throw new Error(
    `SUPABASE_URL is ${JSON.stringify(url)}. Use an address that begins with http:// or https://.`,
  );
}

function requireSetting(name: string, value: string | undefined): string {
  if (value) return value;
  throw new Error(`${name} is not set. The storefront needs it to know who is signed in.`);
}

/** Whether Next runs for somebody who writes the storefront. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';

/** Gives a server that is about to start its settings, where the code of its pages looks for them. */
export function setServerSettings(settings: Readonly<Record<string, string>>): void {
  Object.assign(process.env, settings, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
}
