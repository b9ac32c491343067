export { generateMetadata, SignUpPage as default } from '@act/storefront/pages/sign-up-page';
