/** How a project is reached, and in whose name. */
export interface DatabaseSettings {
  /** The project's address, such as `https://abc.supabase.co`. */
  readonly url: string;
  /** The key that browsers may know. The secret key has no use here. */
  readonly publishableKey: string;
  /** Asked before each request. */
  readonly accessToken: () => Promise<string | null>;
  /** How requests are made. */
  readonly fetch: typeof globalThis.fetch;
}
