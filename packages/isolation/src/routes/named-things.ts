import { randomUUID } from 'node:crypto';
import { connect } from '@act/local-stack/testing';
import { brand, people } from '../world/people.ts';
import { rowId, type Visibility } from '../world/seed.ts';
import type { World } from '../world/world.ts';
import type { Named } from './route-rules.ts';

/** What requests name: something of the brand, something private of its member, and nothing at all. */
export interface NamedThings {
  readonly theirs: string;
  /** Null where such things are never private. */
  readonly hidden: string | null;
  readonly nobody: string;
}

/** Not of one person, or of a brand at most. */
const neverPrivate: readonly Named[] = ['endpoint', 'person', 'invitation'];

export async function idsOf(world: World, named: Named | null): Promise<NamedThings> {
  const nobody = randomUUID();
  if (named === null) return { theirs: nobody, hidden: null, nobody };
  if (named === 'person') return { theirs: people.colleague.id, hidden: null, nobody };
  if (named === 'invitation')
    return { theirs: (await findInvitation(world)) ?? nobody, hidden: null, nobody };
  const id = (visibility: Visibility) => rowId(brand, visibility, named);
  return { theirs: id('brand'), hidden: neverPrivate.includes(named) ? null : id('owner'), nobody };
}

async function findInvitation(world: World): Promise<string | undefined> {
  const { database } = await world.stack();
  await using client = await connect(database.superuser);
  const { rows } = await client.query<{ id: string }>(
    'select id from public.brand_invitations where brand_id = $1 order by created_at limit 1',
    [brand],
  );
  return rows[0]?.id;
}
