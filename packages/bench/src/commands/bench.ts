import { writeFile } from 'node:fs/promises';
import type { BenchReport } from '../bench.ts';
import { benches } from '../benches/benches.ts';
import { formatReport } from '../report/format-report.ts';
import { parseBenchCommand } from './parse-bench-command.ts';

const { names, scale, json } = parseBenchCommand(process.argv.slice(2));

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

const reports: BenchReport[] = [];
for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const onProgress = (what: string) => console.error(`${bench.name}: ${what}`);
  const report = await bench
    .run({ scale, onProgress, signal: stopping.signal })
    .catch((error: unknown) => stopOr(error));
  reports.push(report);
  if (json !== 'screen') console.log(formatReport(report));
}

const written = JSON.stringify(
  reports.map(({ columns: _columns, rows: _rows, ...report }) => ({ ...report, scale })),
  null,
  2,
);
if (json === 'screen') console.log(written);
else if (json !== null) await writeFile(json.file, `${written}\n`);
process.exitCode = reports.some(({ misses }) => misses.length > 0) ? 1 : 0;

/** What breaks off because somebody stopped it is no failure to tell of. */
function stopOr(error: unknown): never {
  if (!stopping.signal.aborted) throw error;
  console.error('Stopped.');
  process.exit(130);
}
