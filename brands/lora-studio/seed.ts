import { toBrandRow } from '@act/tenant-config';
import { brand } from './brand.config.ts';

/** What the embedded world has of this storefront from the start. */
export const seed = {
  brand: toBrandRow(brand),
  people: [
    { email: 'admin@lora-studio.test', role: 'admin' },
    { email: 'mira@lora-studio.test', role: 'member' },
    { email: 'lev@lora-studio.test', role: 'member' },
  ],
} as const;
