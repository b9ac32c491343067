import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** What differs between machines and runs. */
export interface JourneySettings {
  /** Where the browser lies unpacked: each user of a machine needs their own copy. */
  readonly browserFolder: string;
}

export function loadJourneySettings(): JourneySettings {
  return {
    browserFolder: join(tmpdir(), `act-chromium-153.0.0-${userInfo().uid}`),
  };
}
