import { expect, it } from 'vitest';
import { formatMs, formatRatio } from './format-figure.ts';
import { formatReport } from './format-report.ts';

const report = {
  name: 'sample',
  title: 'ours against theirs',
  facts: { rows: 3 },
  columns: [
    { title: 'question', isNumber: false },
    { title: 'pages', isNumber: true },
  ],
  rows: [
    ['one', '7'],
    ['another one', '1200'],
  ],
  misses: ['one: too many.'],
  remarks: [],
  figures: [],
};

it('aligns words to the left and figures to the right, and ends with the verdict', () => {
  expect(formatReport(report).split('\n')).toEqual([
    '━━ sample: ours against theirs',
    'rows 3',
    '',
    'question     pages',
    '──────────────────',
    'one              7',
    'another one   1200',
    '',
    'Missed:',
    '- one: too many.',
    '',
    '1 bar was missed.',
  ]);
});

it('says so when nothing was missed', () => {
  expect(formatReport({ ...report, misses: [] })).toMatch(/No bar was missed\.$/);
});

it('writes figures with as many places as say something', () => {
  expect([1.25, 68.4, null].map(formatRatio)).toEqual(['1.3×', '68×', '–']);
  expect([0.123, 43.7].map(formatMs)).toEqual(['0.12', '44']);
});
