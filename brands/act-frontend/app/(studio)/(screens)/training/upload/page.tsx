export { DatasetsPage as default, generateMetadata } from '@act/storefront/pages/datasets-page';
