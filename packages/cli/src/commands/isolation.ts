import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { proveAtUrl } from '../isolation/prove-at-url.ts';
import { defineCommand } from '../program/command.ts';
import type { World } from '../program/world.ts';
import { findProject } from '../project/find-project.ts';

export const isolation = defineCommand({
  name: 'isolation',
  summary: 'prove that no brand reaches another: on a fresh database, or with --url on a running project',
  flags: [['--all-mutants', 'plant every fault, on the fresh database']],
  examples: [
    ['act isolation', 'the whole proof, on a database made from the migrations'],
    ['act isolation --url https://project.supabase.co', 'from outside, with two throw-away brands'],
  ],
  input: z.object({ allMutants: z.boolean().default(false) }),
  run: async ({ input, world }) => {
    if (world.url === undefined) return proveHere(input.allMutants, world);
    const { url, checks, findings } = await proveAtUrl(await findProject(world), world);
    const leaks = findings.filter(({ kind }) => kind === 'leak');
    const denied = findings.filter(({ kind }) => kind === 'denied');
    world.output.result({ url, checks, leaks, denied }, () => [
      ...findings.map(
        ({ kind, who, what, how, detail }) =>
          `${kind}: ${what}: ${who} could ${kind === 'leak' ? '' : 'not '}${how} (${detail})`,
      ),
      `${checks} attempts, ${leaks.length} leaks, ${denied.length} denied that should not be.`,
    ]);
    return findings.length > 0 ? exitCodes.checkFailed : exitCodes.done;
  },
});

/** In a process of its own: it starts a database server, and ends with it. */
async function proveHere(allMutants: boolean, { output, settings }: World): Promise<ExitCode> {
  const program = fileURLToPath(new URL('./commands/isolation.ts', import.meta.resolve('@act/isolation')));
  const words = [...(output.isJson ? ['--json'] : []), ...(allMutants ? ['--all-mutants'] : [])];
  const proof = spawn(process.execPath, [program, ...words], {
    env: settings.inherited,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code, signal] = await once(proof, 'exit');
  if (signal !== null) return exitCodes.interrupted;
  return code === 0 ? exitCodes.done : exitCodes.checkFailed;
}
