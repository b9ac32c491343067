import { diskFull } from '../errors/explain-system-error.ts';
import { StackError } from '../errors/stack-error.ts';
import { portTaken } from '../home/ports.ts';
import { brokenFolder, lentPath } from './data-folder.ts';

export interface PostgresFailure {
  /** The end of what the program printed. */
  output: string;
  exitCode: number | null;
  dataFolder: string;
  port?: number;
  /** Room left on the disk: where there is none, the log could not be written either. */
  freeBytes: number;
}

const leastFreeBytes = 1024 * 1024;

const reasons: { pattern: RegExp; explain: (failure: PostgresFailure) => StackError }[] = [
  {
    pattern: /No space left on device|Disk quota exceeded/,
    explain: ({ dataFolder }) => diskFull(dataFolder),
  },
  {
    pattern: /could not bind|could not create any TCP\/IP sockets/,
    explain: ({ port }) => portTaken(port ?? 0, 'ACT_DB_PORT'),
  },
  {
    pattern: /Permission denied|Operation not permitted|Read-only file system/,
    explain: ({ dataFolder }) =>
      new StackError({
        code: 'no_permission',
        message: `PostgreSQL has no right to read or write ${dataFolder}.`,
        remedy:
          'Give your user the right to it (it must belong to you), or set ACT_HOME to a folder of your own.',
      }),
  },
  {
    pattern:
      /could not (?:open|read|locate|write|find)|invalid|corrupt|PANIC|incompatible|has wrong ownership|not a valid data directory/,
    explain: ({ dataFolder, output }) => brokenFolder(dataFolder, lastComplaint(output)),
  },
];

/** Reads what PostgreSQL printed before it gave up, and says it in one line with a remedy. */
export function explainPostgresFailure(failure: PostgresFailure): StackError {
  const reason = reasons.find(({ pattern }) => pattern.test(failure.output));
  if (reason)
    return reason.explain({ ...failure, output: failure.output.replaceAll(lentPath, failure.dataFolder) });
  if (failure.freeBytes < leastFreeBytes) return diskFull(failure.dataFolder);
  return new StackError({
    code: 'database_failed',
    message: `PostgreSQL stopped with exit code ${failure.exitCode}: ${lastComplaint(failure.output)}.`,
    remedy: `Its log lies beside ${failure.dataFolder}; if the folder is damaged, restore it or move it away.`,
  });
}

/** The last line in which PostgreSQL complained, without its time and level. */
function lastComplaint(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const complaint =
    lines.findLast((line) => /\b(FATAL|PANIC|ERROR|error)\b:/.test(line)) ??
    lines.at(-1) ??
    'no reason given';
  return complaint.replace(/^.*?\b(?:FATAL|PANIC|ERROR|error):\s*/, '').replace(/\.$/, '');
}
