import { type CheckName, checks } from '../checks/checks.ts';
import { createRecorder, type Finding } from '../report/recorder.ts';
import { openWorld, type Template } from '../world/world.ts';
import type { Mutant } from './mutant.ts';

export interface MutantResult {
  name: string;
  why: string;
  /** What each check that had to notice it found first; null where it noticed nothing. */
  noticed: { check: CheckName; finding: Finding | null }[];
  /** Why it could not be planted. */
  problem: string | null;
}

/** Every check that was named must notice it, not just one of them. */
export const isCaught = ({ noticed, problem }: MutantResult): boolean =>
  problem === null && noticed.length > 0 && noticed.every(({ finding }) => finding !== null);

export interface PlantOptions {
  /** What is wrong without any fault, and so proves nothing. */
  known?: readonly Finding[];
  onResult?: (result: MutantResult) => void;
}

/** Two at a time: one asks while the other's database is copied. */
const lanes = 2;

/** Plants each fault into a copy of its own and looks whether it is noticed. */
export async function plantMutants(
  template: Template,
  mutants: readonly Mutant[],
  { known = [], onResult }: PlantOptions = {},
): Promise<MutantResult[]> {
  const ignored = new Set(known.map(keyOf));
  const results: MutantResult[] = [];
  const waiting = [...mutants.entries()];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [place, mutant] = next;
        const result = await plant(template, mutant, ignored);
        results[place] = result;
        onResult?.(result);
      }
    }),
  );
  return results;
}

const keyOf = ({ check, what, who, how }: Finding) => JSON.stringify([check, what, who, how]);

async function plant(template: Template, mutant: Mutant, ignored: Set<string>): Promise<MutantResult> {
  const { name, why, sql, noticedBy } = mutant;
  const noticed: MutantResult['noticed'] = [];
  try {
    await using world = await openWorld(template, sql);
    for (const [check, focus] of Object.entries(noticedBy) as [
      CheckName,
      readonly string[] | 'everything',
    ][]) {
      const recorder = createRecorder();
      await checks[check](world, recorder, focus === 'everything' ? undefined : focus);
      const finding = recorder.findings.find((found) => !ignored.has(keyOf(found)));
      noticed.push({ check, finding: finding ?? null });
    }
    return { name, why, noticed, problem: null };
  } catch (error) {
    return { name, why, noticed, problem: error instanceof Error ? error.message : String(error) };
  }
}
