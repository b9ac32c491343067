export { ConfigurePage as default, generateMetadata } from '@act/storefront/pages/configure-page';
