export { metadata, PartsPage as default } from '@act/storefront/pages/parts-page';
