import type { Person } from '../people.ts';
import type { Scale } from '../scale.ts';
import { chance, memberCount, memberId } from './spread.ts';

/** Brands, their people, and the further memberships of those whom the bench acts as. */
export function fillBrands({ brands }: Scale, people: Person[]): string[] {
  const members = `generate_series(1, ${brands}) as rank, generate_series(0, ${memberCount('rank')} - 1) as k`;
  const actors = people.map(({ id }) => `select '${id}'::uuid`).join(' union ');
  const actorsMemberships = people
    .flatMap(({ id, brandIds }) => brandIds.map((brandId) => `('${id}'::uuid, '${brandId}', 'member')`))
    .join(', ');
  return [
    `insert into public.brands (id, name)
     select 'brand-' || rank, 'Brand ' || rank from generate_series(1, ${brands}) as rank`,
    `insert into private.used_brand_ids select id from public.brands on conflict do nothing`,
    `insert into auth.users (id, aud, role, email)
     select id, 'authenticated', 'authenticated', id || '@example.test'
     from (select ${memberId('rank', 'k')} as id from ${members} union ${actors}) as account`,
    // People join over the years, so the memberships of one of them lie scattered.
    `insert into public.brand_users (user_id, brand_id, role)
     select * from (
       select ${memberId('rank', 'k')} as user_id, 'brand-' || rank as brand_id,
              case k when 0 then 'admin' when 1 then 'member' else 'viewer' end as role
       from ${members}
       union all
       select ${memberId('rank', '0')}, 'brand-' || rank + 1, 'member' from generate_series(4, ${brands - 1}) as rank
       union all
       values ${actorsMemberships}
     ) as membership
     order by ${chance('hashtext(user_id::text || brand_id)', 11)}
     on conflict do nothing`,
  ];
}
