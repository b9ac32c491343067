export { generateMetadata, ResetPage as default } from '@act/storefront/pages/reset-page';
