import { z } from 'zod';
import { type BrandId, brandIdSchema } from '../brands/brand-id.ts';
import { TenantConfigError } from '../errors/index.ts';
import type { BrandDatabase, BrandQueryResult } from './brand-database.ts';

const roleSchema = z.enum(['admin', 'member', 'viewer']);

/** What somebody may do in a brand. */
export type BrandRole = z.output<typeof roleSchema>;

/** A brand that a person is in, with its settings as they are stored. */
export interface Membership {
  id: BrandId;
  name: string;
  role: BrandRole;
  settings: unknown;
}

/** Lenient: a column more is none of our business, and a brand that has just gone comes as null. */
const rowsSchema = z.array(
  z.object({
    role: roleSchema,
    brands: z.object({ id: brandIdSchema, name: z.string(), settings: z.unknown() }).nullish(),
  }),
);

export interface ReadMembershipsOptions {
  supabase: BrandDatabase;
  userId: string;
  signal?: AbortSignal | undefined;
}

/** The brands of a person as the caller's own client may see them, by name. */
export async function readMemberships({
  supabase,
  userId,
  signal,
}: ReadMembershipsOptions): Promise<Membership[]> {
  signal?.throwIfAborted();
  const query = supabase
    .from('brand_users')
    // By the key that is meant: other tables tie people to brands too.
    .select('role, brands!brand_users_brand_id_fkey (id, name, settings)')
    .filter('user_id', 'eq', parseUserId(userId));
  const result = await (signal ? query.abortSignal(signal) : query);
  signal?.throwIfAborted();
  return toMemberships(result).sort(byName);
}

function toMemberships({ data, error, status }: BrandQueryResult): Membership[] {
  if (error) throw explain(error, status);
  const rows = rowsSchema.safeParse(data);
  if (!rows.success) {
    throw new TenantConfigError({
      code: 'brands_unreadable',
      message: 'The memberships have a form that is not known here. Is this package older than the database?',
      cause: rows.error,
    });
  }
  return rows.data.flatMap(({ role, brands }) => (brands ? [{ ...brands, role }] : []));
}

function explain(error: { message: string }, status: number): TenantConfigError {
  if (status === 401) {
    return new TenantConfigError({
      code: 'not_signed_in',
      message: 'The database does not know who is asking: the session is missing or over. Sign in again.',
      cause: error,
    });
  }
  return new TenantConfigError({
    code: 'brands_unreadable',
    message: `The brands could not be read (status ${status}): ${error.message}`,
    retryable: status === 0 || status === 429 || status >= 500,
    cause: error,
  });
}

function parseUserId(value: string): string {
  const result = z.guid().safeParse(value);
  if (result.success) return result.data;
  throw new TenantConfigError({
    code: 'user_id_invalid',
    message: "A person's id is a uuid, as in `user.id` of Supabase. Pass the id of whoever is signed in.",
  });
}

const byName = (one: Membership, other: Membership) =>
  one.name.localeCompare(other.name, 'en') || one.id.localeCompare(other.id, 'en');
