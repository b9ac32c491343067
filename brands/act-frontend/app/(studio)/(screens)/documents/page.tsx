export { DocumentsPage as default, generateMetadata } from '@act/storefront/pages/documents-page';
