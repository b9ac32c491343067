import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  demoPeople,
  type Engine,
  startEngine,
  startInterface,
  startStack,
  type TestStack,
} from '@act/local-stack/testing';
import { type Ended, type RunOptions, runAct } from './run-act.ts';

/** A stack that says where it is as `npm start` does, and people with folders of their own in front of it. */
export interface World extends AsyncDisposable {
  readonly stack: TestStack;
  /** A folder of the test's own. */
  readonly folder: string;
  readonly engine: Engine | null;
  /** Somebody at this machine; whoever has the same name has the same session. */
  person(name: string): Person;
}

export interface Person {
  readonly configFolder: string;
  act(words: readonly string[], options?: RunOptions): Promise<Ended>;
  /** Signs in as a demo person. */
  login(who: keyof typeof demoPeople): Promise<void>;
}

export async function startWorld({ speed }: { speed?: number } = {}): Promise<World> {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen: true }));
  const settings = { ACT_WORKER_POLL_MS: '500', ACT_LOOPBACK_WEBHOOKS: 'on' };
  const engine = speed === undefined ? null : cleanup.use(await startEngine(stack, { speed, settings }));
  const api = engine && cleanup.use(await startInterface(stack, engine.providers));
  const folder = cleanup.use(await mkdtempDisposable(join(tmpdir(), 'act cli '))).path;
  const home = join(folder, '.act');
  await mkdir(home);
  const { publishableKey, secretKey, demoPassword: password } = stack.secrets;
  const people = Object.values(demoPeople).map(({ email, roles }) => ({ email, password, roles }));
  const described = { url: stack.url, publishableKey, secretKey, people, pid: process.pid };
  await writeFile(
    join(home, 'stack.json'),
    JSON.stringify({ ...described, ...(engine && api && { workerUrl: engine.url, apiUrl: api.url }) }),
  );
  const owned = cleanup.move();
  return {
    stack,
    folder,
    engine,
    person: (name) => {
      const settings = { ACT_HOME: home, XDG_CONFIG_HOME: join(folder, name) };
      const act: Person['act'] = (words, options = {}) =>
        runAct(words, { ...options, environment: { ...settings, ...options.environment } });
      return {
        act,
        configFolder: join(folder, name, 'act'),
        login: async (who) => {
          const { code, stderr } = await act(['login', demoPeople[who].email]);
          if (code !== 0) throw new Error(stderr);
        },
      };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
