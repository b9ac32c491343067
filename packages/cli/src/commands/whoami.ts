import { listUserBrands } from '@act/tenant-config';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { formatTable } from '../output/table.ts';
import { defineCommand } from '../program/command.ts';
import { createAuthClient } from '../session/auth-client.ts';
import { openSession } from '../session/open-session.ts';

export const whoami = defineCommand({
  name: 'whoami',
  summary: 'say who is signed in where, and their brands',
  examples: [['act whoami --json', 'the same for a program']],
  input: z.object({}),
  run: async ({ world }) => {
    const { project, userId, by, database, getToken } = await openSession(world);
    const { data, error } = await createAuthClient(project).getUser(await getToken());
    if (error) throw toRefusal(error.status);
    const brands = (await listUserBrands(userId, { supabase: database })).map(({ id, name, role }) => ({
      ...{ id, name, role },
    }));
    const email = data.user.email ?? '';
    world.output.result({ email, userId, url: project.url, signedInBy: by, brands }, () => [
      `${email} at ${project.url}${by === 'login' ? '' : ` (by ${by})`}`,
      ...(brands.length === 0
        ? ['In no brand yet: an admin of a brand has to invite you.']
        : formatTable(
            ['BRAND', 'NAME', 'ROLE'],
            brands.map(({ id, name, role }) => [id, name, role]),
          )),
    ]);
  },
});

const toRefusal = (status: number | undefined) =>
  status !== undefined && status >= 400 && status < 500
    ? new CliError({
        code: 'not_signed_in',
        message: 'The session is over.',
        hint: 'Sign in again with `act login`.',
        exitCode: exitCodes.notSignedIn,
      })
    : new CliError({
        code: 'unreachable',
        message: 'The project does not answer.',
        hint: 'Check the address and that it runs: `act doctor` looks.',
        exitCode: exitCodes.unreachable,
      });
