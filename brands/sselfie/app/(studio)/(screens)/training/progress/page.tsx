export { generateMetadata, ProgressPage as default } from '../../../../../progress/progress-page.tsx';
