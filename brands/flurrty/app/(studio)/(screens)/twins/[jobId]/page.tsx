export { generateMetadata, TwinPage as default } from '../../../../../twins/twin-page.tsx';
