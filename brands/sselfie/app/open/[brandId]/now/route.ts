export { POST } from '@act/storefront/routes/open-brand';
