import { redirect } from 'next/navigation';

/** The start page is the index of everything, trainings included. */
export default function TrainingPage() {
  redirect('/');
}
