import { Command, CommanderError } from 'commander';
import { commands } from '../commands/all-commands.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { explainError } from '../explain-error.ts';
import type { Settings } from '../load-setting.ts';
import { createOutput } from '../output/output.ts';
import type { Start } from './command.ts';
import { listenForStop } from './listen-for-stop.ts';
import { suggestCommand } from './suggest-command.ts';

/** Runs one command line and gives the code to end with. */
export async function runAct(words: readonly string[], settings: Settings): Promise<ExitCode> {
  const { environment } = settings;
  // Known before the line is understood: also what is wrong with it is then told as JSON.
  const isJson = words.includes('--json');
  endWithReader();
  let exitCode: ExitCode = exitCodes.done;
  const start: Start = async ({ json, url, brand }, run) => {
    const output = createOutput({ isJson: json, environment });
    using stop = listenForStop();
    try {
      const world = { settings, output, signal: stop.signal, url, brand: brand ?? environment.ACT_BRAND_ID };
      exitCode = (await run(world)) ?? exitCodes.done;
    } catch (error) {
      const explained = stop.signal.aborted ? interrupted : explainError(error);
      output.fail(explained);
      exitCode = explained.exitCode;
    }
  };
  try {
    await createProgram(start, isJson).parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.done;
    const message = error.message.replace(/^error: /, '');
    if (isJson && error.code !== 'commander.help') {
      createOutput({ isJson, environment }).fail({ ...usage, message });
    }
    return exitCodes.usage;
  }
  return exitCode;
}

const usage = { code: 'usage', hint: 'See `act --help`.', exitCode: exitCodes.usage, details: [] };
const interrupted = {
  code: 'interrupted',
  message: 'Stopped.',
  hint: '',
  exitCode: exitCodes.interrupted,
  details: [],
};

function createProgram(start: Start, isJson: boolean): Command {
  const program = new Command('act')
    .description('Trains models of a brand’s pictures and makes pictures with them.')
    .exitOverride()
    .configureOutput({
      writeErr: (text) => void (isJson || process.stderr.write(text)),
      outputError: (text, write) => write(text.replace(/^error: /, 'act: ')),
    })
    .showSuggestionAfterError()
    .addHelpText('after', '\nExit codes and settings are in the README of @act/cli.');
  for (const command of commands) command.addTo(program, start);
  // Commander's own guess makes "logout" of "bogus".
  program.on('command:*', ([word = '']: string[]) => {
    const names = program.commands.map((command) => command.name());
    program.error(`error: unknown command '${word}'\n${suggestCommand(word, names)}`, {
      code: 'commander.unknownCommand',
      exitCode: exitCodes.usage,
    });
  });
  return program;
}

/** `act jobs | head -1`: whoever read has what they wanted, and that is no failure to speak of. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(exitCodes.pipeClosed);
      throw error;
    });
  }
}
