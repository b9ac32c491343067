import { toBrandRow } from '@act/tenant-config';
import { brand } from './brand.config.ts';

/** What the embedded world has of this storefront from the start. */
export const seed = {
  brand: toBrandRow(brand),
  people: [
    { email: 'admin@sselfie.test', role: 'admin' },
    { email: 'mira@sselfie.test', role: 'member' },
    { email: 'noor@sselfie.test', role: 'member' },
  ],
} as const;
