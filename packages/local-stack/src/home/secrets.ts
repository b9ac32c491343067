import { createECDH, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { explainSystemError } from '../errors/explain-system-error.ts';
import { StackError } from '../errors/stack-error.ts';
import { systemCodeOf } from '../errors/system-error.ts';
import { writePrivateJson } from './write-private-json.ts';

const secret = z.string().min(16);
const secretsSchema = z.object({
  publishableKey: secret,
  secretKey: secret,
  /** Signs people's and the system's tokens (HS256). */
  jwtSecret: secret,
  /** Signs storage URLs: a key of its own, so that a token is never a URL nor the other way round. */
  storageSigningKey: secret,
  /** What the demo people sign in with. */
  demoPassword: z.string().min(8),
  databasePasswords: z.object({
    supabase_admin: secret,
    act_owner: secret,
    act_rest: secret,
    act_storage: secret,
  }),
  /** With which the engine puts mail into the outbox. */
  outboxKey: secret,
  /** By which browsers know who sends them notices. */
  vapid: z.object({ publicKey: z.string().length(87), privateKey: z.string().length(43) }),
});

/** The keys of one stack. Made by chance at its first start, never shipped. */
export type StackSecrets = z.infer<typeof secretsSchema>;

const random = (bytes = 24) => randomBytes(bytes).toString('base64url');

export function createSecrets(): StackSecrets {
  return {
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
    jwtSecret: random(48),
    storageSigningKey: random(48),
    demoPassword: random(9),
    databasePasswords: {
      supabase_admin: random(),
      act_owner: random(),
      act_rest: random(),
      act_storage: random(),
    },
    outboxKey: random(),
    vapid: createVapidKeys(),
  };
}

function createVapidKeys(): StackSecrets['vapid'] {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  // A number may begin with zeros, which a key keeps.
  const privateKey = Buffer.alloc(32);
  const number = pair.getPrivateKey();
  number.copy(privateKey, 32 - number.length);
  return { publicKey: pair.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') };
}

/** Reads the secrets of a home, or makes them where there are none yet. */
export async function loadSecrets(file: string): Promise<StackSecrets> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw explainSystemError(error, file);
  });
  if (text === null) {
    const secrets = createSecrets();
    await writePrivateJson(file, secrets);
    return secrets;
  }
  const { secrets, isWhole } = parseSecrets(text, file);
  if (!isWhole) await writePrivateJson(file, secrets);
  return secrets;
}

/** What later versions added; a home that was made before gets them now. */
const laterSecrets = secretsSchema.pick({ outboxKey: true, vapid: true }).keyof().options;

function parseSecrets(text: string, file: string): { secrets: StackSecrets; isWhole: boolean } {
  try {
    const stored = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    const made: Record<string, unknown> = createSecrets();
    const missing = laterSecrets.filter((name) => !(name in stored));
    const added = Object.fromEntries(missing.map((name) => [name, made[name]]));
    return { secrets: secretsSchema.parse({ ...stored, ...added }), isWhole: missing.length === 0 };
  } catch (cause) {
    throw new StackError({
      code: 'data_folder_broken',
      message: `${file} does not hold the keys this stack was made with.`,
      remedy: 'Restore the file from a backup, or move the whole folder away to begin anew.',
      cause,
    });
  }
}
