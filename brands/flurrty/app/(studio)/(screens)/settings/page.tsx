export { generateMetadata, SettingsPage as default } from '@act/storefront/pages/settings-page';
