export { generateMetadata, MinePage as default } from '../../../../mine/mine-page.tsx';
