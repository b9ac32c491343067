import type { BenchReport, Column } from '../bench.ts';

/** A report as a person reads it. */
export function formatReport(report: BenchReport): string {
  const facts = Object.entries(report.facts).map(([name, value]) => `${name} ${value}`);
  return [
    `━━ ${report.name}: ${report.title}`,
    facts.join(' · '),
    '',
    ...formatTable(report.columns, report.rows),
    ...formatList('Worth knowing', report.remarks),
    ...formatList('Missed', report.misses),
    '',
    formatVerdict(report.misses.length),
  ].join('\n');
}

function formatTable(columns: readonly Column[], rows: BenchReport['rows']): string[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const formatRow = (cells: readonly string[]) =>
    columns
      .map(({ isNumber }, index) => {
        const cell = cells[index] ?? '';
        return isNumber ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0);
      })
      .join('  ')
      .trimEnd();
  const line = widths.map((width) => '─'.repeat(width)).join('──');
  return [formatRow(columns.map(({ title }) => title)), line, ...rows.map(formatRow)];
}

const formatList = (title: string, sentences: readonly string[]): string[] =>
  sentences.length === 0 ? [] : ['', `${title}:`, ...sentences.map((sentence) => `- ${sentence}`)];

function formatVerdict(misses: number): string {
  if (misses === 0) return 'No bar was missed.';
  return misses === 1 ? '1 bar was missed.' : `${misses} bars were missed.`;
}
