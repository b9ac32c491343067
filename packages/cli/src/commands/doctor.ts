import { listUserBrands } from '@act/tenant-config';
import { z } from 'zod';
import { checks } from '../doctor/all-checks.ts';
import { bad, type Check, type Finding, type Patient } from '../doctor/check.ts';
import { exitCodes } from '../exit-codes.ts';
import { explainError } from '../explain-error.ts';
import { defineCommand } from '../program/command.ts';
import type { World } from '../program/world.ts';
import { findProject } from '../project/find-project.ts';
import { openSession, type Session } from '../session/open-session.ts';

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'look whether everything is there and talks to each other; each trouble with its fix',
  inBrand: true,
  examples: [
    ['act doctor', 'reads, rings one bell that rings nowhere, and has one test webhook sent'],
    ['act doctor --json', 'for a program'],
  ],
  input: z.object({}),
  run: async ({ world }) => {
    const patient = await examine(world);
    const results: { check: string; state: Finding['state']; says: string; fix: string | null }[] = [];
    for (const check of checks) {
      for (const finding of await lookSafely(check, patient)) {
        const fix = finding.state === 'bad' ? finding.fix : null;
        results.push({ check: check.name, state: finding.state, says: finding.says, fix });
      }
    }
    const troubles = results.filter(({ state }) => state === 'bad').length;
    const { paint } = world.output;
    const signs = { good: paint.good('ok'), skipped: paint.muted('--'), bad: paint.bad('!!') };
    const document = { url: patient.project?.url ?? null, isWell: troubles === 0, checks: results };
    world.output.result(document, () => [
      ...results.flatMap(({ check, state, says, fix }) => [
        `${signs[state]}  ${check.padEnd(13)}  ${says}`,
        ...(fix ? [`    ${''.padEnd(13)}  ${paint.warn('Fix:')} ${fix}`] : []),
      ]),
      troubles === 0 ? 'All is well.' : `${troubles} to mend.`,
    ]);
    return troubles === 0 ? exitCodes.done : exitCodes.checkFailed;
  },
});

/** As much as there is of it: what is missing is what the checks are about. */
async function examine(world: World): Promise<Patient> {
  const project = await findProject(world).catch(() => null);
  const session = project && (await openSession(world).catch(() => null));
  return { world, project, session, brand: session && (await chooseBrand(session, world)) };
}

/** The one that was named, else one in which the most can be tried. */
async function chooseBrand(session: Session, { brand: named }: World): Promise<Patient['brand']> {
  const brands = await listUserBrands(session.userId, { supabase: session.database }).catch(() => []);
  if (named !== undefined) return brands.find(({ id }) => id === named) ?? null;
  return brands.find(({ role }) => role === 'admin') ?? brands[0] ?? null;
}

/** A check that breaks is a finding too. */
async function lookSafely(check: Check, patient: Patient): Promise<readonly Finding[]> {
  try {
    return await check.look(patient);
  } catch (error) {
    patient.world.signal.throwIfAborted();
    const { message, hint } = explainError(error);
    return [bad(message, hint || 'Run it again; if it happens twice, report it.')];
  }
}
