import { redirect } from 'next/navigation';
import { twinPath } from '../../../../../twins/twin-path.ts';

/** Where notices lead: a training is a twin here. */
export default async function MonitorPage({ searchParams }: PageProps<'/training/monitor'>) {
  const { job } = await searchParams;
  redirect(typeof job === 'string' ? twinPath(job) : '/');
}
