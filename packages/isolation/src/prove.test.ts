import { getTestCluster, isFullRun } from '@act/local-stack/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutants } from './mutants/mutants.ts';
import { isCaught } from './mutants/plant-mutants.ts';
import { isProven, type Proof, prove } from './prove.ts';
import { formatJson, formatReport } from './report/format-report.ts';

const minutes = 60_000;

describe('the proof, on the schema as the migrations make it', () => {
  let proof: Proof;
  beforeAll(async () => {
    await using cleanup = new AsyncDisposableStack();
    const cluster = await getTestCluster(cleanup);
    proof = await prove({ cluster, mutants: isFullRun() ? 'all' : 'usual' });
  }, 15 * minutes);

  it('tries thousands of things', () => {
    expect(proof.checks).toBeGreaterThanOrEqual(2000);
    expect(proof.parts.filter(({ checks }) => checks === 0)).toEqual([]);
  });

  it.each(['leak', 'denied', 'undecided'] as const)('finds no %s', (kind) => {
    expect(proof.findings.filter((finding) => finding.kind === kind)).toEqual([]);
  });

  it('notices every fault that was planted', () => {
    expect(proof.mutants.filter((result) => !isCaught(result))).toEqual([]);
    expect(proof.mutants.length).toBeGreaterThanOrEqual(isFullRun() ? 25 : 8);
  });

  it('says so, to people and to programs', () => {
    expect(isProven(proof)).toBe(true);
    expect(formatReport(proof)).toContain('Isolation holds');
    const planted = proof.mutants.length;
    const clean = { leaks: 0, undecided: 0, mutants: planted, mutantsCaught: planted };
    expect(JSON.parse(formatJson(proof))).toEqual({ checks: proof.checks, ...clean });
  });
});

it('plants at least 25 faults, each with a name of its own and a sentence', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(25);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  expect(mutants.filter(({ why }) => !/^\S.*\.$/.test(why))).toEqual([]);
  expect(mutants.filter(({ noticedBy }) => Object.keys(noticedBy).length === 0)).toEqual([]);
});
