'use client';

export { ErrorPage as default } from '@act/storefront/pages/error-page';
