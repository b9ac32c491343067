import { z } from 'zod';
import { AiModelsError } from '../errors/index.ts';
import { exchange, type HttpFailure, readText, UnreadableAnswer } from '../shared/http/http-exchange.ts';

/** Who signs in, and where. */
export interface RobotSettings {
  /** The project's address. */
  readonly url: string;
  /** The key that browsers may know. */
  readonly publishableKey: string;
  /** The robot's address. */
  readonly email: string;
  /** The robot's password. */
  readonly password: string;
  /** How requests are made. */
  readonly fetch: typeof globalThis.fetch;
  /** Default: the real time. */
  readonly now?: () => Date;
}

interface RobotSession {
  readonly token: string;
  readonly endsAt: number;
}

const sessionSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
/** A request that begins with a token must end before it does. */
const renewBeforeMs = 60_000;

/**
 * Signs in when first asked, and again before the session ends; no timer keeps a process alive. By hand: the errors of
 * supabase-js cannot be made where built-in classes are frozen, as in n8n.
 */
export function createRobotSession(settings: RobotSettings): { token: () => Promise<string> } {
  const now = () => (settings.now?.() ?? new Date()).getTime();
  let latest: Promise<RobotSession> | null = null;
  return {
    token: async () => {
      const known = latest;
      const held = await known?.catch(() => null);
      if (held && held.endsAt - now() > renewBeforeMs) return held.token;
      // Where several find it ended, one of them signs in and the others wait.
      if (latest === known || latest === null) latest = signIn(settings, now);
      return (await latest).token;
    },
  };
}

async function signIn(settings: RobotSettings, now: () => number): Promise<RobotSession> {
  const { url, publishableKey, email, password, fetch } = settings;
  const result = await exchange(
    {
      url: new URL(`${url.replace(/\/+$/, '')}/auth/v1/token?grant_type=password`),
      init: {
        method: 'POST',
        headers: { apikey: publishableKey, 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      },
      fetch,
      timeoutMs: 30_000,
      signal: undefined,
    },
    readSession,
  );
  if (!result.isDone) throw refused(settings, result.failure);
  return { token: result.value.access_token, endsAt: now() + result.value.expires_in * 1_000 };
}

async function readSession(response: Response) {
  const text = await readText(response, 1_000_000);
  try {
    return sessionSchema.parse(JSON.parse(text));
  } catch {
    throw new UnreadableAnswer('The answer is no session.');
  }
}

function refused({ url, email }: RobotSettings, { status, cause }: HttpFailure): AiModelsError {
  const { origin } = new URL(url);
  if (status === 401) return keyRefused(origin, cause);
  const isPassing = status === undefined || status === 408 || status === 429 || status >= 500;
  const reason =
    status === undefined ? `${origin} cannot be reached` : `${origin} answered with status ${status}`;
  return new AiModelsError({
    code: 'not_signed_in',
    message: `${email} could not be signed in: ${reason}.`,
    hint: isPassing
      ? 'Check `supabase.url` and the connection, then try again.'
      : 'Check `access.email` and `access.password`.',
    retryable: isPassing,
    cause,
  });
}

const keyRefused = (origin: string, cause: unknown) =>
  new AiModelsError({
    code: 'not_configured',
    message: `The project at ${origin} refuses the publishable key.`,
    hint: 'Check `supabase.publishableKey`: it belongs to the project at `supabase.url`.',
    cause,
  });
