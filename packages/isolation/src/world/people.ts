/** The brands of the proof: the name of one is the beginning of the other's. */
export const brand = 'acme';
export const otherBrand = 'acme2';
/** A consumer storefront: whatever is made in it belongs to one person. */
export const privateBrand = 'mirrors';
export const brands: readonly string[] = [brand, otherBrand, privateBrand];

export type BrandRole = 'viewer' | 'member' | 'admin';

export interface Person {
  id: string;
  email: string;
  roles: Readonly<Record<string, BrandRole>>;
}

const person = (last: string, name: string, roles: Person['roles'] = {}): Person => ({
  id: `10000000-0000-4000-8000-0000000000${last}`,
  email: `${name}@isolation.test`,
  roles,
});

/** Everybody who can sign in. The members are the ones whose rows are tried. */
export const people = {
  admin: person('a1', 'admin', { [brand]: 'admin', [privateBrand]: 'admin' }),
  member: person('a2', 'member', { [brand]: 'member', [privateBrand]: 'member' }),
  colleague: person('a3', 'colleague', { [brand]: 'member', [privateBrand]: 'member' }),
  viewer: person('a4', 'viewer', { [brand]: 'viewer', [privateBrand]: 'viewer' }),
  otherAdmin: person('b1', 'other-admin', { [otherBrand]: 'admin' }),
  otherMember: person('b2', 'other-member', { [otherBrand]: 'member' }),
  memberOfBoth: person('c1', 'member-of-both', { [brand]: 'member', [otherBrand]: 'member' }),
  adminOfBoth: person('c2', 'admin-of-both', { [brand]: 'admin', [otherBrand]: 'admin' }),
  newcomer: person('d1', 'newcomer'),
} as const satisfies Record<string, Person>;

/** Whose rows lie in a brand. */
export const memberOf = (brandId: string): Person =>
  brandId === otherBrand ? people.otherMember : people.member;
