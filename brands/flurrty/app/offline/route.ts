export { GET } from '@act/storefront/routes/offline';
