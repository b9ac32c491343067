import { randomBytes } from 'node:crypto';
import { type AiModels, createAiModels } from '@act/ai-models';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Project } from '../project/find-project.ts';
import { signIn } from '../session/auth-client.ts';

/** Somebody who is made for one trial. */
export interface Actor {
  readonly name: string;
  /** Empty for who is not signed in. */
  readonly userId: string;
  readonly email: string;
  readonly client: SupabaseClient;
  readonly ai: AiModels;
}

const keepNothing = { auth: { persistSession: false, autoRefreshToken: false } };

/** Who has no more than the publishable key. */
export const anonymousActor = ({ url, publishableKey }: Project): Actor => ({
  name: 'anonymous',
  userId: '',
  email: '',
  client: createClient(url, publishableKey, keepNothing),
  ai: createAiModels({ supabase: { url, publishableKey }, access: { accessToken: () => '' } }),
});

/** A person with an account of their own, who signs in as everybody does; gone at the end of the block. */
export async function makePerson(
  operator: SupabaseClient,
  project: Project,
  { name, run }: { name: string; run: string },
): Promise<Actor & AsyncDisposable> {
  const { url, publishableKey } = project;
  const email = `${name.replaceAll(' ', '-')}-${run}@isolation.invalid`;
  const password = randomBytes(18).toString('base64url');
  await makeAccount(operator, project, { email, password });
  const { userId, accessToken } = await signIn(project, { email, password });
  const client = createClient(url, publishableKey, { accessToken: async () => accessToken });
  return {
    ...{ name, userId, email, client },
    ai: createAiModels({ supabase: { url, publishableKey }, access: { accessToken: () => accessToken } }),
    [Symbol.asyncDispose]: async () => {
      const { error } = await operator.auth.admin.deleteUser(userId);
      // Where there is no such door, the account goes as its person would have it.
      if (error) await client.rpc('delete_my_data');
    },
  };
}

/** By the operator, without a mail; the embedded world has no such door, and lets people sign up. */
async function makeAccount(
  operator: SupabaseClient,
  { url, publishableKey }: Project,
  account: { email: string; password: string },
): Promise<void> {
  const made = await operator.auth.admin.createUser({ ...account, email_confirm: true });
  if (!made.error) return;
  const { error } = await createClient(url, publishableKey, keepNothing).auth.signUp(account);
  if (!error) return;
  throw new CliError({
    code: 'person_not_made',
    message: `No throw-away person can be made: ${made.error.message}; ${error.message}.`,
    hint: 'Check that SUPABASE_SECRET_KEY is the one of this project.',
    exitCode: exitCodes.notAllowed,
  });
}
