import { parseArgs } from 'node:util';
import { getTestCluster } from '@act/local-stack/testing';
import { isProven, prove } from '../prove.ts';
import { formatDenied, formatJson, formatReport } from '../report/format-report.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'all-mutants': { type: 'boolean', default: false },
  },
});

await using cleanup = new AsyncDisposableStack();
// Said on the side, so that what is printed is the report and nothing else.
const tell = (line: string) => console.error(line);
tell('Starting a database from the migrations …');
const proof = await prove({
  cluster: await getTestCluster(cleanup),
  mutants: options['all-mutants'] ? 'all' : 'usual',
  onProgress: tell,
});
if (options.json && formatDenied(proof) !== '') tell(formatDenied(proof));
console.log(options.json ? formatJson(proof) : `\n${formatReport(proof)}`);
process.exitCode = isProven(proof) ? 0 : 1;
