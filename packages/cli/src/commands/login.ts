import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { defineCommand } from '../program/command.ts';
import type { World } from '../program/world.ts';
import type { EmbeddedWorld } from '../project/embedded-world.ts';
import { findProject, type Project } from '../project/find-project.ts';
import { ask, askSecret, canAsk, readSecretFromStdin } from '../session/ask.ts';
import { signIn } from '../session/auth-client.ts';
import { openSessionStore } from '../session/session-store.ts';

export const login = defineCommand({
  name: 'login',
  summary: 'sign in, and stay signed in on this machine',
  words: [['[email]', 'whom to sign in; asked for on a terminal']],
  flags: [['--password-stdin', 'read the password from stdin']],
  examples: [
    ['act login', 'asks for e-mail and password'],
    ['act login member@creativetechnologists.test', 'as a demo person of `npm start`'],
    ['act login robot@acme.example --password-stdin < secret', 'from a script'],
  ],
  input: z.object({ email: z.string().optional(), passwordStdin: z.boolean().default(false) }),
  run: async ({ input, world }) => {
    const project = await findProject(world);
    const email = input.email ?? world.settings.environment.ACT_EMAIL ?? (await askEmail(project, world));
    const password = await findPassword(email, input, project, world);
    const session = await signIn(project, { email, password });
    await openSessionStore(world.settings.configFolder).save(session);
    const { url, userId } = session;
    world.output.result({ email: session.email, userId, url }, () => [
      `Signed in to ${url} as ${session.email}.`,
    ]);
  },
});

async function askEmail({ embedded }: Project, { output, signal }: World): Promise<string> {
  const people = embedded?.people ?? [];
  if (!canAsk()) {
    throw new CliError({
      code: 'usage',
      message: 'Nobody can be asked whom to sign in.',
      hint: people.length > 0 ? 'Name one of these people:' : 'Name them: `act login <email>`.',
      exitCode: exitCodes.usage,
      choices: people.map(({ email }) => email),
    });
  }
  if (people.length === 0) return ask('E-mail: ', signal);
  for (const line of describePeople(people)) output.note(line);
  const answer = await ask('Who are you? A number, or an e-mail: ', signal);
  return people[Number(answer) - 1]?.email ?? answer;
}

function describePeople(people: EmbeddedWorld['people']): string[] {
  const width = Math.max(...people.map(({ email }) => email.length));
  return people.map(({ email, roles }, index) => {
    const brands = Object.entries(roles).map(([brand, role]) => `${role} of ${brand}`);
    return `${String(index + 1).padStart(3)}  ${email.padEnd(width)}  ${brands.join(', ') || 'no brand yet'}`;
  });
}

/** From stdin, the environment, or a person; a demo person's is no secret. */
async function findPassword(
  email: string,
  { passwordStdin }: { passwordStdin: boolean },
  { embedded }: Project,
  { settings, signal }: World,
): Promise<string> {
  if (passwordStdin) return readSecretFromStdin();
  const { ACT_PASSWORD } = settings.environment;
  if (ACT_PASSWORD) return ACT_PASSWORD;
  const demo = embedded?.people.find((person) => person.email === email);
  if (demo) return demo.password;
  if (canAsk()) return askSecret('Password: ', signal);
  throw new CliError({
    code: 'usage',
    message: 'Nobody can be asked for the password.',
    hint: 'Pipe it in with --password-stdin, or set ACT_PASSWORD.',
    exitCode: exitCodes.usage,
  });
}
