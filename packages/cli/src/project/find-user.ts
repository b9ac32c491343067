import type { SupabaseClient } from '@supabase/supabase-js';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { signIn } from '../session/auth-client.ts';
import type { Project } from './find-project.ts';

const perPage = 1000;

/** The id of whoever signs in with this address. @throws CliError where nobody does */
export async function findUser(operator: SupabaseClient, project: Project, email: string): Promise<string> {
  const wanted = email.toLowerCase();
  const demo = project.embedded?.people.find((person) => person.email.toLowerCase() === wanted);
  // The embedded world has no list of people; its demo people tell who they are.
  if (demo) return (await signIn(project, demo)).userId;
  for (let page = 1; ; page += 1) {
    const { data, error } = await operator.auth.admin.listUsers({ page, perPage });
    if (error) throw nobody(email, `The list of people cannot be read: ${error.message}.`);
    const found = data.users.find((user) => user.email?.toLowerCase() === wanted);
    if (found) return found.id;
    if (data.users.length < perPage) throw nobody(email, 'They have to sign up first.');
  }
}

const nobody = (email: string, hint: string) =>
  new CliError({
    code: 'user_not_found',
    message: `Nobody signs in with ${email}.`,
    hint,
    exitCode: exitCodes.notAllowed,
  });
