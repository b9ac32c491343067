export { GET } from '@act/storefront/routes/service-worker';
