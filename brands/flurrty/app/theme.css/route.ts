export { GET } from '@act/storefront/routes/theme-sheet';
