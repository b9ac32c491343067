export { BrandsPage as default, generateMetadata } from '@act/storefront/pages/brands-page';
