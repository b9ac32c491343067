export { GalleryPage as default, generateMetadata } from '@act/storefront/pages/gallery-page';
