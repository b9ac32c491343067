export { isProven, type MutantChoice, type Proof, type ProveOptions, prove } from './prove.ts';
export { formatJson, formatReport } from './report/format-report.ts';
export type { Finding, FindingKind } from './report/recorder.ts';
