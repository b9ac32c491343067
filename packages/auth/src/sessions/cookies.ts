/** The names of a storefront's cookies. */
export interface CookieNames {
  /** The session, in several pieces where it is long. */
  readonly session: string;
  /** Who is signed in, for pages that were rendered for somebody else. No secret, and no proof. */
  readonly person: string;
  /** The brand that was chosen last. */
  readonly brand: string;
  /** The language that was chosen; the same for all storefronts, and for the switch in @act/ui. */
  readonly language: string;
  /** The code of an invitation, while its person makes an account. */
  readonly invitation: string;
}

export function nameCookies(storefront: string): CookieNames {
  return {
    session: `${storefront}-session`,
    person: `${storefront}-person`,
    brand: `${storefront}-brand`,
    language: 'language',
    invitation: `${storefront}-invitation`,
  };
}

const yearInSeconds = 365 * 24 * 60 * 60;

/** How every cookie is set: for this site alone, and for pages that are reached by a link. */
export function cookieOptions({ isSecure }: { isSecure: boolean }) {
  return { path: '/', sameSite: 'lax', secure: isSecure, maxAge: yearInSeconds } as const;
}

/** Whether a browser came by TLS, as the server in front of this one says. */
export const isSecureRequest = (headers: Headers): boolean =>
  headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
