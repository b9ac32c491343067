export { generateMetadata, PasswordPage as default } from '@act/storefront/pages/password-page';
