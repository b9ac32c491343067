import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const formatter = createRequire(import.meta.url).resolve('use-intl/format-message/format-only');

interface StorefrontBuild {
  /** Where addresses of the studio's screens lead that this storefront has elsewhere: notices and the palette name them. */
  readonly moved?: Readonly<Record<`/${string}`, `/${string}`>>;
}

/**
 * How Next builds a storefront.
 * @param directory where the storefront lies: `import.meta.dirname`
 */
export function defineNextConfig(directory: string, { moved = {} }: StorefrontBuild = {}): NextConfig {
  const config: NextConfig = {
    transpilePackages: ['@act/auth', '@act/storefront', '@act/ui'],
    // Pictures are private: none passes a cache that others share.
    images: { unoptimized: true },
    poweredByHeader: false,
    reactStrictMode: true,
    // The script check:types does it, for all packages alike.
    typescript: { ignoreBuildErrors: true },
    redirects: async () => [
      ...Object.entries(moved).map(([source, destination]) => ({ source, destination, permanent: false })),
      // A part of two addresses, which somebody may type by itself; what it asks for goes along.
      { source: '/generate', destination: '/generate/new', permanent: false },
      { source: '/gallery', destination: '/generate/gallery', permanent: false },
    ],
    // Pages have it from the proxy, which these pass by, and the HTTP interface says it itself.
    headers: async () => [
      {
        source: '/:file(theme\\.css|offline|service-worker\\.js|icon\\.svg)',
        headers: [{ key: 'x-content-type-options', value: 'nosniff' }],
      },
    ],
    turbopack: {
      root: join(directory, '../..'),
      // Words come compiled (words/compile-words.ts): no page loads what would read them.
      resolveAlias: { 'use-intl/format-message': relative(directory, formatter) },
      // A file that is taken as it is.
      rules: { '*.js': { condition: { query: '?raw' }, type: 'text' } },
    },
  };
  return createNextIntlPlugin('./messages.config.ts')(config);
}
