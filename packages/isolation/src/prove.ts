import type { TestCluster } from '@act/local-stack/testing';
import { databaseChecks, httpChecks } from './checks/checks.ts';
import { mutants } from './mutants/mutants.ts';
import { isCaught, type MutantResult, plantMutants } from './mutants/plant-mutants.ts';
import { type Ability, createRecorder, type Finding } from './report/recorder.ts';
import { plantRouteFaults } from './routes/plant-route-faults.ts';
import { createTemplate, openWorld, type Template, type World } from './world/world.ts';

/** How many faults are planted: a spread of them, or every one. */
export type MutantChoice = 'none' | 'usual' | 'all';

export interface ProveOptions {
  cluster: TestCluster;
  mutants: MutantChoice;
  /** Told what has just been done. */
  onProgress?: (line: string) => void;
}

/** How much one part of the proof looked at. */
export interface Part {
  name: string;
  checks: number;
  seconds: number;
}

export interface Proof {
  checks: number;
  findings: Finding[];
  abilities: Ability[];
  parts: Part[];
  mutants: MutantResult[];
  seconds: number;
}

/** Nothing is possible that should not be, nothing is refused that should be, and the proof has shown that it can fail. */
export const isProven = ({ findings, mutants: results }: Proof): boolean =>
  findings.length === 0 && results.every(isCaught);

/** Tries everything on a fresh database from the migrations, then on copies with faults in them. */
export async function prove(options: ProveOptions): Promise<Proof> {
  const { cluster, mutants: choice, onProgress = () => undefined } = options;
  const startedAt = performance.now();
  await using template = await createTemplate(cluster);
  const clean = await proveClean(template, onProgress);
  const chosen = choice === 'none' ? [] : mutants.filter(({ isUsual }) => choice === 'all' || isUsual);
  const onResult = (result: MutantResult) =>
    onProgress(`${isCaught(result) ? 'noticed' : 'NOT NOTICED'}: ${result.name}`);
  const planted = await Promise.all([
    plantMutants(template, chosen, { known: clean.findings, onResult }),
    choice === 'none' ? [] : plantRouteFaults(template, onResult),
  ]);
  return { ...clean, mutants: planted.flat(), seconds: (performance.now() - startedAt) / 1000 };
}

async function proveClean(
  template: Template,
  onProgress: (line: string) => void,
): Promise<Pick<Proof, 'checks' | 'findings' | 'abilities' | 'parts'>> {
  await using world = await openWorld(template);
  const recorder = createRecorder();
  // They ask different copies of the database: one line of them for each core.
  const parts = await Promise.all([
    runChecks(world, recorder, databaseChecks, onProgress),
    runChecks(world, recorder, httpChecks, onProgress),
  ]);
  const { checks, findings, abilities } = recorder;
  return { checks, findings: [...findings], abilities: [...abilities], parts: parts.flat() };
}

async function runChecks(
  world: World,
  total: ReturnType<typeof createRecorder>,
  checks: typeof databaseChecks | typeof httpChecks,
  onProgress: (line: string) => void,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [name, check] of Object.entries(checks)) {
    const startedAt = performance.now();
    const recorder = createRecorder();
    await check(world, recorder);
    total.add(recorder);
    const part = { name, checks: recorder.checks, seconds: (performance.now() - startedAt) / 1000 };
    parts.push(part);
    onProgress(`${name}: ${part.checks} checks in ${part.seconds.toFixed(1)} s`);
  }
  return parts;
}
