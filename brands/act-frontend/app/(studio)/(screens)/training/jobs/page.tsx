export { generateMetadata, JobsPage as default } from '@act/storefront/pages/jobs-page';
