export { generateMetadata, JobPage as default } from '@act/storefront/pages/job-page';
