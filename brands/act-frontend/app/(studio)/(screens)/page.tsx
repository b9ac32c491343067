export { generateMetadata, HomePage as default } from '@act/storefront/pages/home-page';
