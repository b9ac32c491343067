import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Environment } from '../load-setting.ts';
import type { Project } from './find-project.ts';

/** The operator's own client: makes brands, and nothing that a person could do for themselves. */
export function openOperator(project: Project, environment: Environment): SupabaseClient {
  const { SUPABASE_SECRET_KEY, SUPABASE_SERVICE_ROLE_KEY } = environment;
  const key = SUPABASE_SECRET_KEY ?? SUPABASE_SERVICE_ROLE_KEY ?? project.embedded?.secretKey;
  if (key)
    return createClient(project.url, key, { auth: { persistSession: false, autoRefreshToken: false } });
  throw new CliError({
    code: 'no_operator_key',
    message: `This needs the operator's key of ${project.url}.`,
    hint: 'Set SUPABASE_SECRET_KEY for this one command; keep it out of files and arguments.',
    exitCode: exitCodes.notAllowed,
  });
}
