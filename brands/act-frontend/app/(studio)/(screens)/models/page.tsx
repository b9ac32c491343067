export { generateMetadata, ModelsPage as default } from '@act/storefront/pages/models-page';
