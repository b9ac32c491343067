import { readableOn } from './readable-on.ts';

/** What makes one storefront another than the next. */
export interface StorefrontIdentity {
  readonly id: string;
  readonly name: string;
  /** Six hexadecimal digits behind a `#`. */
  readonly accent: string;
}

/** What no two storefronts share, by where it lies. */
export const ownFiles = ({ id, name, accent }: StorefrontIdentity): Readonly<Record<string, string>> => ({
  'brand.config.ts': `import { defineBrand } from '@act/tenant-config';

/** What is not said here is as everywhere; the README of @act/tenant-config names all of it. */
export const brand = defineBrand({
  id: ${quote(id)},
  name: ${quote(name)},
  settings: {
    theme: {
      light: { accent: ${quote(accent)}, accentText: ${quote(readableOn(accent))} },
      dark: { accent: ${quote(accent)}, accentText: ${quote(readableOn(accent))} },
    },
  },
});
`,
  'seed.ts': `import { toBrandRow } from '@act/tenant-config';
import { brand } from './brand.config.ts';

/** What the embedded world has of this storefront from the start. */
export const seed = {
  brand: toBrandRow(brand),
  people: [
    { email: 'admin@${id}.test', role: 'admin' },
    { email: 'member@${id}.test', role: 'member' },
    { email: 'viewer@${id}.test', role: 'viewer' },
  ],
} as const;
`,
  'instrumentation.ts': `import { configureAuth } from '@act/auth';
import { brand } from './brand.config.ts';

export function register(): void {
  configureAuth({ storefront: ${quote(id)}, brand, brands: 'its own' });
}
`,
  'messages/en.json': toJson({ storefront: { pitch: `${name}: image models of your own pictures.` } }),
  'messages/ru.json': toJson({ storefront: { pitch: `${name}: модели на ваших изображениях.` } }),
  'app/(access)/layout.tsx': `export { AccessLayout as default } from '@act/storefront/pages/access-layout';
`,
  'app/icon.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${escapeXml(name)}</title><rect width="32" height="32" rx="6" fill="${accent}"/><circle cx="16" cy="16" r="8" fill="${readableOn(accent)}"/></svg>
`,
});

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
