import { defineNextConfig } from '@act/storefront/next-config';

export default defineNextConfig(import.meta.dirname);
