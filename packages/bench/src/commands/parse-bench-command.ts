import { parseArgs } from 'node:util';
import { benches } from '../benches/benches.ts';
import { type ScaleName, scaleNames } from '../scale.ts';

export interface BenchCommand {
  /** Which benches to run; none means all. */
  names: string[];
  scale: ScaleName;
  /** Where JSON goes: nowhere, onto the screen instead of the table, or into a file beside it. */
  json: null | 'screen' | { file: string };
}

/** Reads `[bench…] [--scale quick|full] [--json [file]]`. */
export function parseBenchCommand(argv: readonly string[]): BenchCommand {
  const { values, positionals } = parseArgs({
    args: argv.map((word, index) => (word === '--json' && isNoFile(argv[index + 1]) ? '--json=' : word)),
    options: { scale: { type: 'string', default: 'quick' }, json: { type: 'string' } },
    allowPositionals: true,
  });
  const scale = scaleNames.find((name) => name === values.scale);
  if (!scale) throw new Error(`There is no scale "${values.scale}"; there are ${scaleNames.join(' and ')}.`);
  const known = benches.map(({ name }) => name);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no bench "${unknown}"; there are: ${known.join(', ')}.`);
  return { names: positionals, scale, json: toTarget(values.json) };
}

const isNoFile = (next: string | undefined) => next === undefined || next.startsWith('--');

function toTarget(json: string | undefined): BenchCommand['json'] {
  if (json === undefined) return null;
  return json === '' ? 'screen' : { file: json };
}
