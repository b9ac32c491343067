import type { DemoPerson } from '@act/auth';
import type { DemoChoice, DemoGroup } from './demo-people.tsx';

const ranks = ['admin', 'member', 'viewer'];

/** Sorts the people of the embedded world by where they belong, so that one sees what each is there to show. */
export function groupDemoPeople(
  people: readonly DemoPerson[],
  names: { several: string; nobody: string },
): DemoGroup[] {
  const groups = new Map<string, DemoChoice[]>();
  for (const { email, roles } of people) {
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
