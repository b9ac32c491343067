export { CreatePage as default, generateMetadata } from '../../../../create/create-page.tsx';
