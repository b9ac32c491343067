export { generateMetadata, WelcomePage as default } from '@act/storefront/pages/welcome-page';
