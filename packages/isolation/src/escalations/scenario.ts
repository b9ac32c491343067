import { denied, leak, type Problem, type Wall } from '../report/recorder.ts';
import type { Outcome } from '../world/session.ts';
import type { World } from '../world/world.ts';

/** Says what came of one attempt of a scenario. */
type Expect = (who: string, how: string, problem: Problem | null) => void;

/** A way in that somebody could think of. */
export interface Scenario {
  name: string;
  wall: Wall;
  run(world: World, expect: Expect): Promise<void>;
}

const happened = ({ code, message, rowCount, changes }: Outcome) =>
  `${code === null ? `${rowCount} rows` : `${code} ${message}`}${changes.length > 0 ? `, changed ${changes.join(', ')}` : ''}`;

/** It was refused in one of these ways, and nothing is different. */
export const refused = (outcome: Outcome, ...codes: string[]): Problem | null =>
  outcome.code !== null && codes.includes(outcome.code) ? null : leak(happened(outcome));

/** It found nothing, and nothing is different. */
export const foundNothing = (outcome: Outcome): Problem | null =>
  outcome.code === null && outcome.rowCount === 0 && outcome.changes.length === 0
    ? null
    : leak(happened(outcome));

/** It ran, and nothing is different. */
export const changedNothing = (outcome: Outcome): Problem | null =>
  outcome.code === null && outcome.changes.length === 0 ? null : leak(happened(outcome));

/** What the matrix allows works, and changes nothing beyond one brand. */
export function worked(outcome: Outcome, brandId: string): Problem | null {
  if (outcome.code !== null) return denied(happened(outcome));
  const beyond = outcome.changes.filter((place) => !place.endsWith(`/${brandId}`) && !place.endsWith('/'));
  if (beyond.length > 0) return leak(happened(outcome));
  return outcome.changes.length > 0 ? null : denied('changed nothing');
}

/** Two questions, one about what is somewhere else and one about what is nowhere, are answered alike. */
export function alike(elsewhere: Outcome, nowhere: Outcome): Problem | null {
  const tells = (outcome: Outcome) => JSON.stringify([outcome.code, outcome.message, outcome.rows]);
  return tells(elsewhere) === tells(nowhere)
    ? null
    : leak(`tells what exists: ${happened(elsewhere)} / ${happened(nowhere)}`);
}
