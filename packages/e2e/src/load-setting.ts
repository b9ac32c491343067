import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** What differs between machines and runs. */
export interface JourneySettings {
  /** Where the browser lies unpacked: each user of a machine needs their own copy. */
  readonly browserFolder: string;
  /** `ACT_TEST_FULL`: also what takes long. */
  readonly isFull: boolean;
}

/** The one place of this package that looks at the environment. */
export function loadJourneySettings(environment: NodeJS.ProcessEnv = process.env): JourneySettings {
  return {
    browserFolder: join(tmpdir(), `act-chromium-153.0.0-${userInfo().uid}`),
    isFull: environment.ACT_TEST_FULL === '1',
  };
}

/** The environment of a program that a test starts, with what is added to it. */
export const programEnvironment = (added: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...added,
});
