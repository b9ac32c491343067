export { generateMetadata, TwinsPage as default } from '../../../twins/twins-page.tsx';
