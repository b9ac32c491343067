import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './security-headers.ts';

const options = { nonce: 'abc', apiUrl: 'https://project.supabase.co/x?y', isDevelopment: false };

it('lets scripts run by nonce alone, and pages ask their own site and the project', () => {
  const policy = contentSecurityPolicy(options);
  const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src'));
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain("connect-src 'self' https://project.supabase.co;");
  expect(policy).toContain("frame-ancestors 'none'");
});

it('evaluates text only for whoever writes the storefront', () => {
  expect(contentSecurityPolicy(options)).not.toContain('unsafe-eval');
  expect(contentSecurityPolicy({ ...options, isDevelopment: true })).toContain('unsafe-eval');
});
