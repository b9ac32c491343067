import type { Recorder } from '../report/recorder.ts';
import type { World } from '../world/world.ts';

/**
 * One part of the proof.
 * @param focus only these tables, functions, buckets or scenarios; default everything
 */
export type Check = (world: World, recorder: Recorder, focus?: readonly string[]) => Promise<void>;

export const isInFocus = (focus: readonly string[] | undefined, name: string): boolean =>
  focus === undefined || focus.includes(name);
