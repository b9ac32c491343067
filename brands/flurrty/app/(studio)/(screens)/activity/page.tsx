export { ActivityPage as default, generateMetadata } from '@act/storefront/pages/activity-page';
