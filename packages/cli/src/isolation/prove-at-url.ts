import type { World } from '../program/world.ts';
import type { Project } from '../project/find-project.ts';
import { openOperator } from '../project/operator.ts';
import { readMigrations } from '../schema/read-migrations.ts';
import { takeFingerprint } from './fingerprint.ts';
import { listOtherTables } from './list-tables.ts';
import { makeThrowAwayWorld, type ThrowAwayWorld } from './throw-away-brands.ts';
import { type Finding, startTrial, type Trial } from './trial.ts';
import { tryFiles } from './try-files.ts';
import { tryFunctions } from './try-functions.ts';
import { tryOwn } from './try-own.ts';
import { tryRows } from './try-rows.ts';
import { tryWaysIn } from './try-ways-in.ts';

export interface UrlProof {
  readonly url: string;
  readonly checks: number;
  readonly findings: readonly Finding[];
}

/** Tries a running project from outside, with two brands that are made for it and removed again. */
export async function proveAtUrl(
  project: Project,
  { settings: { environment }, output, signal }: World,
): Promise<UrlProof> {
  const operator = openOperator(project, environment);
  await using world = await makeThrowAwayWorld(operator, project);
  output.note(`Two throw-away brands at ${project.url}: ${world.brandId}, ${world.otherBrandId}.`);
  const trial = startTrial();
  const { functions, ...schema } = await readMigrations();
  const tables = [...new Set([...schema.tables, ...(await listOtherTables(project, environment))])];
  const before = await takeFingerprint(world);
  const parts: Readonly<Record<string, () => Promise<void>>> = {
    [`${tables.length} tables`]: () => tryRows(world, trial, tables),
    'files in five buckets': () => tryFiles(world, trial),
    [`${functions.length} functions`]: () => tryFunctions(world, trial, functions),
    'other ways in': () => tryWaysIn(world, trial),
  };
  for (const [name, run] of Object.entries(parts)) {
    const tried = trial.count();
    await run();
    output.note(`${name}: ${trial.count() - tried} attempts`);
    signal.throwIfAborted();
  }
  await compare(world, trial, before);
  await tryOwn(world, trial);
  return { url: project.url, checks: trial.count(), findings: trial.findings };
}

async function compare(world: ThrowAwayWorld, trial: Trial, before: string): Promise<void> {
  const isSame = (await takeFingerprint(world)) === before;
  trial.expectRefused(
    { who: 'everybody', what: world.brandId, how: 'all of the above' },
    isSame ? null : 'something in the brand has changed',
  );
}
