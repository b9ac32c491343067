export { LoadingPage as default } from '@act/storefront/pages/loading-page';
