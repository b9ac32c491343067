import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RequireCase } from './cases.ts';

const run = promisify(execFile);

/** Milliseconds that each case takes, round by round. */
export type RequireTimes = ReadonlyMap<RequireCase, readonly number[]>;

/** Every case once in each round, so that what else the machine does troubles all of them alike. */
export async function measureRequire(
  cases: readonly RequireCase[],
  rounds: number,
  signal?: AbortSignal,
): Promise<RequireTimes> {
  const times = new Map<RequireCase, number[]>(cases.map((one) => [one, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [one, figures] of times) figures.push(await timeInChild(one, signal));
  }
  return times;
}

/** In a process of its own: what one case has loaded, the next would find. */
async function timeInChild({ modules, call = '' }: RequireCase, signal?: AbortSignal): Promise<number> {
  const program = `const begin = performance.now();
    const [loaded] = ${JSON.stringify(modules)}.map((module) => require(module));
    (async () => { ${call} console.log(performance.now() - begin); })();`;
  const { stdout } = await run(process.execPath, ['-e', program], { env: {}, signal });
  return Number(stdout);
}
