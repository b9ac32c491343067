import type { BenchReport, Column } from '../../bench.ts';
import { formatMs, formatRatio } from '../../report/format-figure.ts';
import type { JudgedCase } from './bars.ts';
import { sortMisses } from './explained-misses.ts';
import type { FilledDatabase } from './fill/open-filled-database.ts';
import type { Measurement } from './measure/measure-statement.ts';
import { describePlan } from './plans/describe-plan.ts';

const number = (title: string): Column => ({ title, isNumber: true });
const text = (title: string): Column => ({ title, isNumber: false });

const columns = [
  text('question'),
  text('brand named'),
  number('brands'),
  number('floor'),
  number('ours'),
  number('settled'),
  number('× floor'),
  number('naive'),
  number('floor ms'),
  number('ours ms'),
  number('× floor'),
  number('naive ms'),
  text('plan'),
];

/** The table, and what was missed. */
export function toReport(database: FilledDatabase, cases: JudgedCase[]): BenchReport {
  return {
    name: 'brand-queries',
    title:
      'pages and time under our policies, against the same rows spelled out (floor) and the founding document (naive)',
    facts: { PostgreSQL: database.version, ...Object.fromEntries(database.rowCounts) },
    columns,
    rows: cases.map(toRow),
    misses: cases.flatMap((entry) => sortMisses(entry).failing.map((miss) => `${nameOf(entry)}: ${miss}.`)),
    remarks: [
      ...describeNaive(cases),
      ...cases.flatMap((entry) =>
        [...sortMisses(entry).explained, ...entry.verdict.remarks].map(
          (remark) => `${nameOf(entry)}: ${remark}.`,
        ),
      ),
    ],
    figures: cases.map(toFigures),
  };
}

function describeNaive(cases: JudgedCase[]): string[] {
  const naive = cases.filter(({ measured }) => measured.naive);
  const bad = naive.filter(({ measured }) => measured.naivePlanProblems.length > 0);
  return [
    `Under the founding document's policies ${bad.length} of ${naive.length} plans read a whole table or compare its rows with a list one by one.`,
  ];
}

const nameOf = ({ measured: { question, asker, clientFilter } }: JudgedCase): string =>
  asker === 'worker'
    ? question
    : `${question}, person of ${asker} ${asker === '1' ? 'brand' : 'brands'}${clientFilter === 'none' ? ', brand not named' : ''}`;

function toRow({ measured, verdict }: JudgedCase): string[] {
  const { question, asker, clientFilter, floor, ours, settled, naive } = measured;
  return [
    question,
    clientFilter === 'brand' ? 'yes' : 'no',
    asker,
    String(floor.buffers),
    String(ours.buffers),
    settled ? String(settled.buffers) : '–',
    formatRatio(verdict.buffersRatio),
    formatRatio(verdict.naiveBuffersRatio),
    formatMs(floor.executionMs),
    formatMs(ours.executionMs),
    formatRatio(verdict.timeRatio),
    naive ? formatMs(naive.executionMs) : '–',
    measured.planProblems.length === 0 ? 'ok' : measured.planProblems.join('; '),
  ];
}

function toFigures({ measured, verdict }: JudgedCase) {
  const { question, asker, clientFilter, isSameAnswer, planProblems, naivePlanProblems } = measured;
  return {
    question,
    asker,
    clientFilter,
    isSameAnswer,
    planProblems,
    naivePlanProblems,
    ...verdict,
    floor: toFigure(measured.floor),
    ours: toFigure(measured.ours),
    settled: measured.settled && toFigure(measured.settled),
    naive: measured.naive && toFigure(measured.naive),
  };
}

const toFigure = ({ plan, ...figures }: Measurement) => ({ ...figures, plan: describePlan(plan) });
