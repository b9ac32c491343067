import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describePlan } from './describe-plan.ts';
import { judgePlan } from './judge-plan.ts';
import { parseExplained } from './plan-node.ts';

const rowCounts = new Map([
  ['lora_training_jobs', 1_000_000],
  ['brand_users', 41_000],
]);

async function readPlan(name: string) {
  const recorded = await readFile(new URL(`./__fixtures__/${name}.json`, import.meta.url), 'utf8');
  return parseExplained(JSON.parse(recorded));
}

it.each(['our-trainings', 'our-trainings-of-brand'])('has nothing to say about %s', async (name) => {
  const { plan } = await readPlan(name);
  expect(judgePlan(plan, rowCounts)).toEqual([]);
  expect(describePlan(plan)).toMatch(/^lora_training_jobs_\w+_idx$/);
});

it('catches a table that is read whole, and the list its rows are compared with', async () => {
  const { plan, buffers } = await readPlan('naive-trainings');
  expect(judgePlan(plan, rowCounts)).toEqual([
    'hashed SubPlan: the rows of lora_training_jobs are compared with a list one by one',
    'Seq Scan: all of lora_training_jobs is read',
  ]);
  expect(buffers).toBe(60_465);
});

it('catches a hashed SubPlan behind an index condition', async () => {
  const { plan } = await readPlan('naive-trainings-of-brand');
  expect(judgePlan(plan, rowCounts)).toEqual([
    'hashed SubPlan: the rows of lora_training_jobs are compared with a list one by one',
  ]);
});

it('catches an index that is walked without a condition', async () => {
  const { plan } = await readPlan('walked-index');
  expect(judgePlan(plan, rowCounts)).toEqual([
    'no index condition: all of lora_training_jobs_newest_idx is walked',
  ]);
});

it('knows whose index is scanned for a bitmap', () => {
  const bitmap = { 'Node Type': 'Bitmap Index Scan', 'Index Name': 'jobs_idx' };
  const plan = { 'Node Type': 'Bitmap Heap Scan', 'Relation Name': 'lora_training_jobs', Plans: [bitmap] };
  expect(judgePlan(plan, rowCounts)).toEqual(['no index condition: all of jobs_idx is walked']);
});

it('lets a small table be read whole', async () => {
  const { plan } = await readPlan('naive-trainings');
  expect(judgePlan(plan, new Map([['lora_training_jobs', 10_000]]))).toEqual([]);
});
