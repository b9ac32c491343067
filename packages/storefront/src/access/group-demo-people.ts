import type { DemoPerson } from '@act/auth';
import type { DemoChoice, DemoGroup } from './demo-people.tsx';

const ranks = ['admin', 'member', 'viewer'];

/** Sorts the people of the embedded world by where they belong, so that one sees what each is there to show. */
export function groupDemoPeople(
  people: readonly DemoPerson[],
  /** The only brand there is here: who is in others alone would find a closed door. */
  only: string | null,
  names: { several: string; nobody: string },
): DemoGroup[] {
  const groups = new Map<string, DemoChoice[]>();
  const isWanted = ({ roles }: DemoPerson) =>
    only === null || only in roles || Object.keys(roles).length === 0;
  for (const { email, roles } of people.filter(isWanted)) {
    const [only, second] = Object.entries(roles);
    const name = second ? names.several : only ? only[0] : names.nobody;
    const choice = { email, role: only && !second ? only[1] : null };
    groups.set(name, [...(groups.get(name) ?? []), choice]);
  }
  return [...groups].map(([name, choices]) => ({
    name,
    people: choices.toSorted((one, other) => ranks.indexOf(one.role ?? '') - ranks.indexOf(other.role ?? '')),
  }));
}
