import type { RequestRole } from '../catalogue/catalogue.ts';
import { type BrandRole, brand, otherBrand, type Person, people } from '../world/people.ts';

/** In whose name something is tried. */
export interface Actor {
  name: string;
  databaseRole: RequestRole;
  /** A signed-in person. */
  userId: string | null;
  roles: Readonly<Record<string, BrandRole>>;
  /** The brand for which a system token is good; null for everybody else, and for a token that must not count. */
  systemFor: string | null;
  /** What the token says. */
  claims: Record<string, unknown>;
}

const nobody = { userId: null, roles: {}, systemFor: null };
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

const asPerson = (name: string, { id, email, roles }: Person): Actor => ({
  ...nobody,
  name,
  databaseRole: 'authenticated',
  userId: id,
  roles,
  claims: { sub: id, email, role: 'authenticated', aud: 'authenticated', exp: inSeconds(3600) },
});

const asSystem = (name: string, systemFor: string | null, claims: Record<string, unknown>): Actor => ({
  ...nobody,
  name,
  databaseRole: 'act_system',
  systemFor,
  claims: { role: 'act_system', aud: 'authenticated', exp: inSeconds(300), ...claims },
});

export const anonymous: Actor = {
  ...nobody,
  name: 'anonymous',
  databaseRole: 'anon',
  claims: { role: 'anon' },
};
export const admin = asPerson('admin', people.admin);
export const member = asPerson('member', people.member);
export const colleague = asPerson('colleague', people.colleague);
export const viewer = asPerson('viewer', people.viewer);
export const otherAdmin = asPerson('admin of another', people.otherAdmin);
export const otherMember = asPerson('member of another', people.otherMember);
export const memberOfBoth = asPerson('member of both', people.memberOfBoth);
export const adminOfBoth = asPerson('admin of both', people.adminOfBoth);
export const newcomer = asPerson('without a brand', people.newcomer);
export const system = asSystem('system', brand, { brand_id: brand });
export const otherSystem = asSystem('system of another', otherBrand, { brand_id: otherBrand });
export const service: Actor = {
  ...nobody,
  name: 'service role',
  databaseRole: 'service_role',
  claims: { role: 'service_role' },
};
export const worker: Actor = {
  ...nobody,
  name: 'worker login',
  databaseRole: 'act_worker',
  claims: { brand_id: brand, exp: inSeconds(300) },
};

/** Tokens that name the system role and must open nothing. */
export const hollowSystems: Actor[] = [
  asSystem('system, no brand', null, {}),
  asSystem('system, null brand', null, { brand_id: null }),
  asSystem('system, list of brands', null, { brand_id: [brand, otherBrand] }),
  asSystem('system, pattern', null, { brand_id: '%' }),
  asSystem('system, part of a name', null, { brand_id: 'acm' }),
  asSystem('system, no exp', null, { brand_id: brand, exp: undefined }),
  asSystem('system, exp as text', null, { brand_id: brand, exp: String(inSeconds(300)) }),
  asSystem('system, expired', null, { brand_id: brand, exp: inSeconds(-3600) }),
  asSystem('system, lives a day', null, { brand_id: brand, exp: inSeconds(86_400) }),
];

/** A signed-in token without a person, and one that says its brand by itself. */
const oddPeople: Actor[] = [
  { ...asPerson('signed in, no sub', people.newcomer), userId: null, claims: { role: 'authenticated' } },
  {
    ...newcomer,
    name: 'claims a brand',
    claims: { ...newcomer.claims, brand_id: brand, user_metadata: { brand_id: brand, role: 'admin' } },
  },
];

/** Everybody who tries everything. */
export const actors: Actor[] = [
  ...[anonymous, newcomer, ...oddPeople, otherMember, otherAdmin],
  ...[viewer, member, colleague, admin, memberOfBoth, adminOfBoth],
  ...[system, otherSystem, ...hollowSystems, service, worker],
];
