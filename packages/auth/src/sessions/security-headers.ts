export interface PolicyOptions {
  /** Lets the scripts of this one page run. */
  nonce: string;
  /** Where pages may ask beside their own site: the Supabase API, for large uploads and signed pictures. */
  apiUrl: string;
  isDevelopment: boolean;
}

/**
 * The sheet that sonner, which shows passing notes, writes into a page by itself: once empty, once filled. It knows no
 * nonces. Where a later version has another sheet, the journeys of @act/e2e say so.
 */
const ownSheets = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
].join(' ');

/**
 * What a page may load and do. Scripts run only where this page's nonce vouches for them; a style attribute may stand
 * anywhere, for it runs nothing and positions whatever a component measures.
 */
export function contentSecurityPolicy({ nonce, apiUrl, isDevelopment }: PolicyOptions): string {
  const api = new URL(apiUrl).origin;
  const directives = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src-elem': `'self' 'nonce-${nonce}' ${ownSheets}`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': `'self' blob: data: ${api}`,
    'media-src': `'self' blob: ${api}`,
    'connect-src': `'self' ${api}${isDevelopment ? ' ws:' : ''}`,
    'font-src': "'self'",
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ');
}

/** Of every page. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // The path of a page may hold the code of an invitation.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
