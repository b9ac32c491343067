import { defineNextConfig } from '@act/storefront/next-config';

export default defineNextConfig(import.meta.dirname, {
  moved: {
    '/training/upload': '/create',
    '/training/configure': '/create',
    '/training/jobs': '/',
    '/training': '/',
    '/models': '/',
    '/generate/gallery': '/',
  },
});
