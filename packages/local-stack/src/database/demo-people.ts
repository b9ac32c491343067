import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { connect } from './connection.ts';
import type { DatabaseAddress } from './database-address.ts';

export interface DemoPerson {
  id: string;
  email: string;
  /** Role by brand; empty for somebody who has just signed up. */
  roles: Readonly<Record<string, 'admin' | 'member' | 'viewer'>>;
}

const id = (last: string) => `00000000-0000-4000-8000-${last.padStart(12, '0')}`;

/** One person for each thing that can be tried: every role in each brand, a member of two, a member of none. */
export const demoPeople = {
  ctAdmin: {
    id: id('a1'),
    email: 'admin@creativetechnologists.test',
    roles: { creativetechnologists: 'admin' },
  },
  ctMember: {
    id: id('a2'),
    email: 'member@creativetechnologists.test',
    roles: { creativetechnologists: 'member' },
  },
  ctViewer: {
    id: id('a3'),
    email: 'viewer@creativetechnologists.test',
    roles: { creativetechnologists: 'viewer' },
  },
  acmeAdmin: { id: id('b1'), email: 'admin@acmecompany.test', roles: { acmecompany: 'admin' } },
  acmeMember: { id: id('b2'), email: 'member@acmecompany.test', roles: { acmecompany: 'member' } },
  acmeViewer: { id: id('b3'), email: 'viewer@acmecompany.test', roles: { acmecompany: 'viewer' } },
  techAdmin: { id: id('d1'), email: 'admin@techstartup.test', roles: { techstartup: 'admin' } },
  techMember: { id: id('d2'), email: 'member@techstartup.test', roles: { techstartup: 'member' } },
  techViewer: { id: id('d3'), email: 'viewer@techstartup.test', roles: { techstartup: 'viewer' } },
  freelancer: {
    id: id('c1'),
    email: 'freelancer@example.test',
    roles: { creativetechnologists: 'member', acmecompany: 'member' },
  },
  newcomer: { id: id('c2'), email: 'newcomer@example.test', roles: {} },
} as const satisfies Record<string, DemoPerson>;

export type DemoPersonName = keyof typeof demoPeople;

const seedFile = new URL('../../../../supabase/seed.sql', import.meta.url);

/** Fills a new database with the demo brands and people, who all sign in with the same password. */
export async function seedDemo(superuser: DatabaseAddress, password: string): Promise<void> {
  await using client = await connect(superuser);
  await client.query('begin');
  await client.query(await readFile(seedFile, 'utf8'));
  for (const person of Object.values<DemoPerson>(demoPeople)) await addDemoPerson(client, person, password);
  await client.query('commit');
}

/** Somebody who signs in with this password, and is in these brands. */
export async function addDemoPerson(
  client: ClientBase,
  { id: personId = randomUUID(), email, roles }: Omit<DemoPerson, 'id'> & Partial<DemoPerson>,
  password: string,
): Promise<void> {
  await client.query(
    `insert into auth.users
       (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
     values ($1, 'authenticated', 'authenticated', $2, extensions.crypt($3, extensions.gen_salt('bf')), now(),
             '{"provider": "email", "providers": ["email"]}', '{}')`,
    [personId, email, password],
  );
  for (const [brandId, role] of Object.entries(roles)) {
    await client.query('insert into public.brand_users (user_id, brand_id, role) values ($1, $2, $3)', [
      personId,
      brandId,
      role,
    ]);
  }
}
