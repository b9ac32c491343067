import { StackError } from '../errors/stack-error.ts';
import { loadStackSettings } from '../home/load-setting.ts';
import { createProgress, type Progress } from '../supervisor/progress.ts';
import { startSupervisor } from '../supervisor/start-supervisor.ts';
import { untilAskedToStop } from '../supervisor/until-asked-to-stop.ts';
import { printAddresses } from './print-addresses.ts';

/** `npm start`: brings the stack up, says where it is, and takes it down in order. */
async function main(progress: Progress): Promise<void> {
  const askedToStop = untilAskedToStop();
  const settings = loadStackSettings();
  progress.say('ACT, embedded: everything runs on this machine.\n');
  await using stack = await startSupervisor({ settings, progress });
  printAddresses(progress, stack.description, settings.home);

  const failure = await Promise.race([askedToStop, stack.failed]);
  if (failure) throw failure;
  progress.say('\nStopping.');
}

const progress = createProgress();
try {
  await main(progress);
  progress.say('Stopped. Everything is kept for the next start.');
} catch (error) {
  if (!StackError.isInstance(error)) throw error;
  progress.say(`\n${error.message} ${error.remedy}`);
  process.exitCode = 1;
}
