import { defineNextConfig } from '@act/storefront/next-config';

export default defineNextConfig(import.meta.dirname, {
  moved: {
    '/training/upload': '/training',
    '/training/configure': '/training',
    '/training/jobs': '/models',
    '/training/monitor': '/training/progress',
    '/generate/new': '/studio',
  },
});
