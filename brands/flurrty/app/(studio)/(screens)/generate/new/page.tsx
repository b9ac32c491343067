import { redirect } from 'next/navigation';
import { findTwinOfModel } from '../../../../../twins/find-twin-of-model.ts';
import { twinPath } from '../../../../../twins/twin-path.ts';

/** Where the palette leads for a model: to the page of the twin that it is. */
export default async function GeneratePage({ searchParams }: PageProps<'/generate/new'>) {
  const { model } = await searchParams;
  const jobId = typeof model === 'string' ? await findTwinOfModel(model) : null;
  redirect(jobId === null ? '/' : twinPath(jobId));
}
