import type { FilledDatabase } from '../fill/open-filled-database.ts';
import { hasNaivePolicy, plantNaivePolicies } from '../naive/plant-naive-policies.ts';
import { judgePlan } from '../plans/judge-plan.ts';
import { type ComposeOptions, composeAsked, composeFloor } from '../queries/compose-query.ts';
import { brandQueries } from '../queries/queries.ts';
import { become, rollingBack } from './acting.ts';
import { fingerprint, type Measurement, measureStatement, measureUntilSettled } from './measure-statement.ts';
import type { MeasuredCase } from './measured-case.ts';

/** Asks every question as everybody: at the floor, under our policies, and under the naive ones. */
export async function measureQueries(database: FilledDatabase): Promise<MeasuredCase[]> {
  const cases = listCases(database);
  const measured: MeasuredCase[] = [];
  for (const options of cases) measured.push(await measureCase(database, options));
  const naive = await measureNaive(database, cases);
  return measured.map((entry, index) => {
    const comparison = naive[index] ?? null;
    const naivePlanProblems = comparison ? judgePlan(comparison.plan, database.rowCounts) : [];
    return { ...entry, naive: comparison, naivePlanProblems };
  });
}

function listCases({ people, samples }: FilledDatabase): ComposeOptions[] {
  return brandQueries.flatMap((query) =>
    query.clientFilters.flatMap((clientFilter) =>
      people.map((person) => ({ query, clientFilter, person, samples })),
    ),
  );
}

async function measureCase(
  { superuser, api, rowCounts }: FilledDatabase,
  options: ComposeOptions,
): Promise<MeasuredCase> {
  const { query, clientFilter, person } = options;
  const spelledOut = composeFloor(options);
  const asked = composeAsked(options);
  const floor = await rollingBack(superuser, () => measureStatement(superuser, spelledOut));
  const floorAnswer = await fingerprint(superuser, spelledOut);
  const { ours, settled, answer } = await rollingBack(api, async () => {
    await become(api, person);
    const { first, settled } = await measureUntilSettled(api, asked);
    return { ours: first, settled, answer: await fingerprint(api, asked) };
  });
  return {
    question: query.name,
    asker: String(person.brandIds.length),
    clientFilter,
    floor,
    ours,
    settled,
    naive: null,
    naivePlanProblems: [],
    isSameAnswer: answer === floorAnswer,
    planProblems: [...new Set([...judgePlan(ours.plan, rowCounts), ...judgePlan(settled.plan, rowCounts)])],
  };
}

/** All in one transaction, at whose end our policies are back. */
function measureNaive(
  { superuser }: FilledDatabase,
  cases: ComposeOptions[],
): Promise<(Measurement | null)[]> {
  return rollingBack(superuser, async () => {
    await plantNaivePolicies(superuser);
    const measured: (Measurement | null)[] = [];
    for (const options of cases) {
      await become(superuser, options.person);
      measured.push(
        hasNaivePolicy(options.query.table)
          ? await measureStatement(superuser, composeAsked(options), { isPatient: false })
          : null,
      );
    }
    return measured;
  });
}
