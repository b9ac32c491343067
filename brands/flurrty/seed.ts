import { toBrandRow } from '@act/tenant-config';
import { brand } from './brand.config.ts';

/** What the embedded world has of this storefront from the start. */
export const seed = {
  brand: toBrandRow(brand),
  people: [
    { email: 'admin@flurrty.test', role: 'admin' },
    { email: 'mira@flurrty.test', role: 'member' },
    { email: 'timo@flurrty.test', role: 'member' },
  ],
} as const;
