import { type Session as AuthSession, createClient } from '@supabase/supabase-js';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Project } from '../project/find-project.ts';
import type { StoredSession } from './session-store.ts';

type ProjectKeys = Pick<Project, 'url' | 'publishableKey'>;

/** Supabase's own client for signing in and out; it keeps nothing by itself. */
export const createAuthClient = ({ url, publishableKey }: ProjectKeys) =>
  createClient(url, publishableKey, { auth: { persistSession: false, autoRefreshToken: false } }).auth;

/** @throws CliError where they do not fit */
export async function signIn(
  project: ProjectKeys,
  { email, password }: { email: string; password: string },
): Promise<StoredSession> {
  const { data, error } = await createAuthClient(project).signInWithPassword({ email, password });
  if (data.session) return toStored(project, data.session);
  throw toSignInError(error, {
    code: 'wrong_password',
    message: `E-mail and password do not fit: ${email} was not signed in.`,
    hint: 'Check both. A forgotten password is made anew in the studio.',
  });
}

/** A session that goes on with a new token. @throws CliError where it is over */
export async function refresh(session: StoredSession): Promise<StoredSession> {
  const { data, error } = await createAuthClient(session).refreshSession({
    refresh_token: session.refreshToken,
  });
  if (data.session) return toStored(session, data.session);
  throw toSignInError(error, {
    code: 'not_signed_in',
    message: `The session of ${session.email} is over.`,
    hint: 'Sign in again with `act login`.',
  });
}

/** Ends it at the project too; says whether that was heard. */
export async function endSession(session: StoredSession): Promise<boolean> {
  const { url, publishableKey, accessToken } = session;
  return fetch(`${url}/auth/v1/logout?scope=local`, {
    method: 'POST',
    headers: { apikey: publishableKey, authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(10_000),
  }).then(
    ({ status }) => status < 500,
    () => false,
  );
}

const toStored = ({ url, publishableKey }: ProjectKeys, session: AuthSession): StoredSession => ({
  url,
  publishableKey,
  email: session.user.email ?? '',
  userId: session.user.id,
  accessToken: session.access_token,
  refreshToken: session.refresh_token,
  expiresAt: session.expires_at ?? Math.floor(Date.now() / 1000) + session.expires_in,
});

function toSignInError(
  error: { status?: number | undefined; message: string } | null,
  refused: { code: string; message: string; hint: string },
): CliError {
  const status = error?.status ?? 0;
  if (status >= 400 && status < 500 && status !== 429) {
    if (/api key/i.test(error?.message ?? '')) {
      return new CliError({
        code: 'wrong_key',
        message: 'The project does not know this publishable key.',
        hint: 'Check SUPABASE_PUBLISHABLE_KEY.',
        exitCode: exitCodes.notSignedIn,
      });
    }
    return new CliError({ ...refused, exitCode: exitCodes.notSignedIn });
  }
  return new CliError({
    code: 'unreachable',
    message: 'The project does not answer.',
    hint: 'Check the address and that it runs: `act doctor` looks.',
    exitCode: exitCodes.unreachable,
  });
}
