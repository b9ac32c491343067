import type { BrandDefinition } from '@act/tenant-config';

/** Which storefront this is. */
export interface AuthConfiguration {
  /** Names its cookies: storefronts on one host must not share a session, and cookies ignore ports. */
  readonly storefront: string;
  /** Whom people join who sign up here by themselves. */
  readonly brand: BrandDefinition;
  /** Whether people of other brands may open theirs here. Default `any`. */
  readonly brands?: 'any' | 'its own';
}

// A bundler loads several copies of this file, for pages, actions and the proxy; they have to share what was configured.
const slot = Symbol.for('act.auth.configuration');
const shared: typeof globalThis & { [slot]?: AuthConfiguration } = globalThis;

/** Called once when the storefront's server starts, in `instrumentation.ts`. */
export function configureAuth(configuration: AuthConfiguration): void {
  shared[slot] = configuration;
}

/** The only brand that can be opened here; null where each may be. */
export function findOnlyBrandId(): string | null {
  const { brand, brands = 'any' } = getAuthConfiguration();
  return brands === 'any' ? null : brand.id;
}

/** What the storefront has configured. */
export function getAuthConfiguration(): AuthConfiguration {
  const configuration = shared[slot];
  if (configuration) return configuration;
  throw new Error('Nobody has said which storefront this is. Call configureAuth() in instrumentation.ts.');
}
