import { z } from 'zod';
import { checkSettings } from './shared/parse-input.ts';

const text = z.string().trim().min(1);
const address = z.url({ protocol: /^https?$/, error: 'Use an address such as "https://example.com".' });
const anyFunction = (fix: string) => z.custom((value) => typeof value === 'function', fix);

const person = z.object({
  accessToken: anyFunction('Use a function that gives the token of the session, or null.'),
});
const robot = z.object({ email: text, password: text });
const system = z.object({
  brandId: text,
  signer: anyFunction('Use what createSystemSigner gives.'),
});
const nobody = z.custom(
  () => false,
  'Use { accessToken }, { email, password } or, as the system, { brandId, signer }.',
);

const optionsSchema = z.strictObject({
  supabase: z.object({ url: address, publishableKey: text }),
  access: z.unknown(),
  providers: z.array(z.looseObject({})).optional(),
  webhookUrl: address.optional(),
  webhookSecrets: z.record(z.string(), z.string().min(1)).optional(),
  pollIntervalMs: z.number().min(1).max(3_600_000).optional(),
  workerName: text.optional(),
  logger: z.unknown().optional(),
  onEvent: anyFunction('Use a function.').optional(),
  loraUrls: z.unknown().optional(),
  fetch: anyFunction('Use a function like `fetch`.').optional(),
  now: anyFunction('Use a function that gives a Date.').optional(),
  generateId: anyFunction('Use a function that gives an id.').optional(),
  random: anyFunction('Use a function like `Math.random`.').optional(),
});

/** Says what is wrong with the options of a client before anything is done with them. @throws AiModelsError `not_configured` */
export function checkOptions(options: unknown): void {
  const schema = optionsSchema.extend({ access: accessSchemaFor(options) });
  checkSettings(schema, options ?? {}, 'The options of createAiModels');
}

/** The one that is meant, so that what is missing in it can be named. */
function accessSchemaFor(options: unknown): z.ZodType {
  const access = z.object({ access: z.looseObject({}) }).safeParse(options).data?.access ?? {};
  if ('signer' in access || 'brandId' in access) return system;
  if ('email' in access || 'password' in access) return robot;
  return 'accessToken' in access ? person : nobody;
}
