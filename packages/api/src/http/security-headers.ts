/** On every answer: nothing here is to be framed, sniffed, kept or sent along. */
const headers: Readonly<Record<string, string>> = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'interest-cohort=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** A header that an answer brings itself stays as it is. */
export function addSecurityHeaders(answer: Headers, isSecure: boolean): void {
  for (const [name, value] of Object.entries(headers)) if (!answer.has(name)) answer.set(name, value);
  if (isSecure) answer.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}
