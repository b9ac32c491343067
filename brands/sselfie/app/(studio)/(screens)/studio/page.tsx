export { generateMetadata, StudioPage as default } from '../../../../studio/studio-page.tsx';
