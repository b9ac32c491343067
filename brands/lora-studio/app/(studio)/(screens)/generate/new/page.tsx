import { redirect } from 'next/navigation';

/** Pictures are made on the start page here. */
export default function GeneratePage() {
  redirect('/');
}
