#!/usr/bin/env node
import { SettingError } from '../setting-error.ts';
import { deadLettersCommand } from './dead-letters-command.ts';
import { runCommand } from './run-command.ts';

const usage = `act-worker                                  takes work forward until it is told to stop
act-worker dead-letters [list]              shows work that is not tried any more
act-worker dead-letters requeue <id>        has one of them tried again
act-worker dead-letters requeue --all       has all of them tried again
`;

async function main(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words;
  if (command === undefined) return runCommand();
  if (command === 'dead-letters') return deadLettersCommand(rest, process.stdout);
  const isAsked = command === '--help' || command === 'help';
  process[isAsked ? 'stdout' : 'stderr'].write(usage);
  return isAsked ? 0 : 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // A wrong setting is one line; where it was noticed helps nobody.
  const said =
    error instanceof SettingError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? '')
        : String(error);
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}
