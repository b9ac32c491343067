export { StudioLayout as default } from '@act/storefront/pages/studio-layout';
