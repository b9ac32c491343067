export { generateMetadata, TrainingPage as default } from '../../../../training/training-page.tsx';
