import { spawnSync } from 'node:child_process';

/** What runs the handler; `problem` says in a line why nothing does. */
export type Python = { command: string; problem: null } | { command: null; problem: string };

// The program itself: what is found by name may be a script that looks for it every time.
const question = 'import sys; print(sys.executable if sys.version_info >= (3, 10) else "")';

/** Looks for a Python that is new enough. */
export function findPython(): Python {
  for (const command of ['python3', 'python']) {
    const { stdout } = spawnSync(command, ['-c', question], { encoding: 'utf8' });
    const found = stdout?.trim();
    if (found) return { command: found, problem: null };
  }
  const problem =
    process.platform === 'win32'
      ? 'the handler runs on Linux and macOS only'
      : 'there is no Python 3.10 or later on this machine';
  console.warn(`NOT TRIED: the handler for RunPod, because ${problem}.`);
  return { command: null, problem };
}
