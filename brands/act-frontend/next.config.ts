import { join } from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  transpilePackages: ['@act/auth', '@act/ui'],
  // Pictures are private: none passes a cache that others share.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // The script check:types does it, for all packages alike.
  typescript: { ignoreBuildErrors: true },
  // Where the links of Supabase's mails lead: to a page that redeems them only when its form is sent.
  redirects: async () => [{ source: '/auth/v1/verify', destination: '/password', permanent: false }],
  turbopack: { root: join(import.meta.dirname, '../..') },
};

export default createNextIntlPlugin('./messages.config.ts')(config);
