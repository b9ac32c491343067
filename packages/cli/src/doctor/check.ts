import type { World } from '../program/world.ts';
import type { Project } from '../project/find-project.ts';
import type { Session } from '../session/open-session.ts';

/** What one look has shown. */
export type Finding =
  | { readonly state: 'good' | 'skipped'; readonly says: string }
  | { readonly state: 'bad'; readonly says: string; readonly fix: string };

/** What can be looked at; what is missing was told by an earlier check. */
export interface Patient {
  readonly world: World;
  readonly project: Project | null;
  readonly session: Session | null;
  /** The brand in which things are tried. */
  readonly brand: { readonly id: string; readonly role: string } | null;
}

/** One line of `act doctor`. */
export interface Check {
  readonly name: string;
  look(patient: Patient): Promise<readonly Finding[]>;
}

export const good = (says: string): Finding => ({ state: 'good', says });
export const skipped = (says: string): Finding => ({ state: 'skipped', says });
export const bad = (says: string, fix: string): Finding => ({ state: 'bad', says, fix });

const patienceMs = 10_000;

/** An answer, or why there is none. */
export async function tryFetch(
  url: string,
  { world }: Pick<Patient, 'world'>,
  init: RequestInit = {},
): Promise<Response | string> {
  try {
    return await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([world.signal, AbortSignal.timeout(patienceMs)]),
    });
  } catch (error) {
    world.signal.throwIfAborted();
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    return cause || (error instanceof Error ? error.message : String(error));
  }
}
