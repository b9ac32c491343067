import type { Bench, BenchReport } from '../../bench.ts';
import { type JudgedCase, judgeCase } from './bars.ts';
import { measureClaims } from './claims/measure-claims.ts';
import { type FilledDatabase, openFilledDatabase } from './fill/open-filled-database.ts';
import { measureQueries } from './measure/measure-queries.ts';
import { scales } from './scale.ts';
import { toReport } from './to-report.ts';

/** What policies cost: the product's questions under ours, without any, and under the founding document's. */
export const brandQueriesBench: Bench = {
  name: 'brand-queries',
  async run({ scale, onProgress, signal }): Promise<BenchReport> {
    await using database = await openFilledDatabase({ scale: scales[scale], onProgress, signal });
    return toReport(database, await measureAll(database, onProgress));
  },
};

/** Every case on a filled database, held against its bars. */
export async function measureAll(
  database: FilledDatabase,
  onProgress: (what: string) => void = () => undefined,
): Promise<JudgedCase[]> {
  onProgress('questions');
  const queries = await measureQueries(database);
  onProgress('claims of work');
  const claims = await measureClaims(database);
  return [...queries, ...claims].map((measured) => ({ measured, verdict: judgeCase(measured) }));
}
