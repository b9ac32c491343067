export { generateMetadata, SignInPage as default } from '@act/storefront/pages/sign-in-page';
