export { generateMetadata, UnsubscribePage as default } from '@act/storefront/pages/unsubscribe-page';
