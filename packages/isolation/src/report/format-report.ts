import { isCaught, type MutantResult } from '../mutants/plant-mutants.ts';
import { isProven, type Part, type Proof } from '../prove.ts';
import { bucketRules } from '../rules/bucket-rules.ts';
import { tableRules } from '../rules/table-rules.ts';
import { formatMatrix } from './format-matrix.ts';
import type { Finding, FindingKind } from './recorder.ts';

const count = (amount: number) => amount.toLocaleString('en');

const titles: Readonly<Record<FindingKind, string>> = {
  leak: 'LEAKS',
  denied: 'DENIED, although the matrix allows it',
  undecided: 'UNDECIDED',
};

/** For a person: what is wrong first, then what was tried. */
export function formatReport(proof: Proof): string {
  const { findings, abilities, parts, mutants } = proof;
  const blocks = [
    ...(['leak', 'denied', 'undecided'] as const).map((kind) => formatFindings(findings, kind)),
    formatMutants(
      mutants.filter((result) => !isCaught(result)),
      'FAULTS THAT NOBODY NOTICED',
    ),
    formatMatrix(abilities),
    formatNotes(),
    formatMutants(mutants.filter(isCaught), 'Faults that were planted and noticed'),
    formatParts(parts),
    formatSummary(proof),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** For a program: one line. */
export function formatJson({ checks, findings, mutants }: Proof): string {
  const ofKind = (kind: FindingKind) => findings.filter((finding) => finding.kind === kind).length;
  return JSON.stringify({
    checks,
    leaks: ofKind('leak'),
    undecided: ofKind('undecided'),
    mutants: mutants.length,
    mutantsCaught: mutants.filter(isCaught).length,
  });
}

/** What somebody must know whose program read the one line only. */
export const formatDenied = ({ findings }: Proof): string => formatFindings(findings, 'denied');

function formatFindings(findings: readonly Finding[], kind: FindingKind): string {
  const found = findings.filter((finding) => finding.kind === kind);
  if (found.length === 0) return '';
  const lines = found.map(
    ({ what, who, how, check, wall, detail }) =>
      `- ${what}: ${who}, ${how} [${check}; wall: ${wall}]\n  ${detail}`,
  );
  return [`${titles[kind]} (${found.length})`, ...lines].join('\n');
}

function formatMutants(results: readonly MutantResult[], title: string): string {
  if (results.length === 0) return '';
  const lines = results.flatMap(({ name, why, noticed, problem }) => [
    `- ${name}: ${why}`,
    ...(problem === null ? [] : [`  could not be planted: ${problem}`]),
    ...noticed.map(({ check, finding }) =>
      finding
        ? `  ${check}: ${finding.what}, ${finding.who}, ${finding.how}: ${finding.detail}`
        : `  ${check}: nothing`,
    ),
  ]);
  return [`${title} (${results.length})`, ...lines].join('\n');
}

function formatNotes(): string {
  const lines = Object.entries({ ...tableRules, ...bucketRules }).flatMap(([name, { note }]) =>
    note ? [`- ${name}: ${note}`] : [],
  );
  return ['Beside the matrix of the design', ...lines].join('\n');
}

const formatParts = (parts: readonly Part[]): string =>
  parts
    .map(
      ({ name, checks, seconds }) =>
        `${name.padEnd(24)}${count(checks).padStart(8)} checks${seconds.toFixed(1).padStart(8)} s`,
    )
    .join('\n');

function formatSummary(proof: Proof): string {
  const { checks, findings, mutants, seconds } = proof;
  const caught = mutants.filter(isCaught).length;
  const verdict = isProven(proof) ? 'Isolation holds' : 'ISOLATION IS NOT PROVEN';
  const wrong = findings.length === 0 ? 'nothing wrong' : `${findings.length} findings`;
  return `${verdict}: ${count(checks)} checks, ${wrong}, ${caught} of ${mutants.length} planted faults noticed, in ${seconds.toFixed(0)} s.`;
}
