export { GeneratePage as default, generateMetadata } from '@act/storefront/pages/generate-page';
