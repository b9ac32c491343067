export { generateMetadata, OpenBrandPage as default } from '@act/storefront/pages/open-brand-page';
