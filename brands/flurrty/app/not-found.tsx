export { NotFoundPage as default } from '@act/storefront/pages/not-found-page';
