import { z } from 'zod';

const address = z.url({ protocol: /^https?$/, error: 'Use an address such as "https://example.com".' });
const list = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .transform((all) => all.filter(Boolean));

/** What may be set in the environment of `act-api`; for apps to extend. */
export const environmentSchema = z.object({
  /** The project. */
  SUPABASE_URL: address,
  SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  /** Where to listen. Only this machine reaches it unless another address is named. */
  ACT_API_HOST: z.string().min(1).default('127.0.0.1'),
  ACT_API_PORT: z.coerce.number().int().min(0).max(65_535).default(3200),
  /** Below which path. */
  ACT_API_BASE_PATH: z
    .string()
    .regex(/^(\/[\w-]+)*$/, 'Use a path such as "/api".')
    .default('/api'),
  /** Where browsers see it. */
  ACT_API_PUBLIC_URL: address.optional(),
  /** Whether the engine behind it spends money, as it is told too. */
  ACT_PROVIDERS: z.enum(['live', 'simulated']).optional(),
  /** Other origins whose pages may call, with commas between them. */
  ACT_API_ALLOWED_ORIGINS: list.optional(),
  /** What the session's cookie is called. */
  ACT_API_COOKIE_NAME: z.string().min(1).optional(),
  /** What Replicate signs its webhooks with. */
  REPLICATE_WEBHOOK_SECRET: z.string().min(1).optional(),
});
export type ApiEnvironment = z.output<typeof environmentSchema>;

/** What is set; an empty value counts as none. @throws Error that names every variable which is missing or wrong */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ApiEnvironment {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = environmentSchema.safeParse(set);
  if (result.success) return result.data;
  // Names only: a value may be a secret that was put under the wrong name.
  const wrong = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The environment cannot be used. ${wrong.join(' ')}`);
}
