import './storefront.css';

export { generateMetadata, RootLayout as default, viewport } from '@act/storefront/pages/root-layout';
