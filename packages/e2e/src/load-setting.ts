import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** What differs between machines and runs. */
export interface JourneySettings {
  /** Where the browser lies unpacked: each user of a machine needs their own copy. */
  readonly browserFolder: string;
}

/** The one place of this package that looks at the environment. */
export function loadJourneySettings(): JourneySettings {
  return {
    browserFolder: join(tmpdir(), `act-chromium-153.0.0-${userInfo().uid}`),
  };
}

/** The environment of a program that a test starts, with what is added to it. */
export const programEnvironment = (added: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...added,
});
