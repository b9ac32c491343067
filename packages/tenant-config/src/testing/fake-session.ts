import type { BrandQueryResult, BrandSession } from '../members/brand-database.ts';

/** A person for tests without a database. */
export const personId = '00000000-0000-4000-8000-0000000000aa';

export interface FakeSessionOptions {
  /** What reading memberships answers. Default: one brand. */
  result?: Partial<BrandQueryResult>;
  /** Who is signed in. Default {@link personId}. */
  userId?: string | null;
  /** How asking for that person fails. */
  authError?: { message: string; status?: number };
}

/** A session that answers what it is told, for what a real one does only on a bad day. */
export function createFakeSession({
  result,
  userId = personId,
  authError,
}: FakeSessionOptions = {}): BrandSession {
  const answer: BrandQueryResult = { data: [membershipRow('acme')], error: null, status: 200, ...result };
  const query = async () => answer;
  return {
    auth: {
      getUser: async () => ({ data: { user: userId ? { id: userId } : null }, error: authError ?? null }),
    },
    from: () => ({
      select: () => ({ filter: () => Object.assign(query(), { abortSignal: query }) }),
    }),
  };
}

/** One row as the database gives it. */
export const membershipRow = (id: string, settings: unknown = {}) => ({
  role: 'member',
  brands: { id, name: id.toUpperCase(), settings },
});
