/** What a query answers, as supabase-js has it. */
export interface BrandQueryResult {
  data: unknown;
  error: { message: string; code?: string } | null;
  /** The HTTP status; 0 when there was no answer. */
  status: number;
}

/** A query that runs when it is awaited. */
export interface BrandQuery extends PromiseLike<BrandQueryResult> {
  abortSignal(signal: AbortSignal): PromiseLike<BrandQueryResult>;
}

/**
 * The part of a supabase-js client that reads rows. It has `filter` instead of `eq`: the types of `eq` are so deep that
 * the compiler gives up comparing a real client with them.
 */
export interface BrandDatabase {
  from(table: 'brand_users'): {
    select(columns: string): { filter(column: string, operator: string, value: string): BrandQuery };
  };
}

/** The part of a supabase-js client that reads rows and knows who is signed in. */
export interface BrandSession extends BrandDatabase {
  auth: {
    getUser(): PromiseLike<{
      data: { user: { id: string } | null };
      error: { message: string; status?: number | undefined } | null;
    }>;
  };
}

/** A session whose person is known otherwise, such as a client that was made with the option `accessToken`. */
export interface PersonAccess {
  /** Acts as that person. */
  supabase: BrandDatabase;
  /** The id of the person, from a token that was verified; null when nobody is signed in. */
  getUserId(): string | null | PromiseLike<string | null>;
}
