'use client';

export { GlobalErrorPage as default } from '@act/storefront/pages/global-error-page';
