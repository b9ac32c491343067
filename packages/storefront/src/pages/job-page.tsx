import { requireViewer } from '@act/auth';
import { JobScreen } from '@act/ui/screens/job/job-screen';
import { redirect } from 'next/navigation';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';
import type { PageQuery } from './page-query.ts';

type Props = ComponentProps<typeof JobScreen>;

export const generateMetadata = () => titleOf('train');

export async function JobPage({ searchParams }: PageQuery) {
  const { brand } = await requireViewer();
  const { job } = await searchParams;
  if (typeof job !== 'string') redirect('/training/jobs');
  const first = await readFirst<Props['first']>(`/training/jobs/${encodeURIComponent(job)}`, {
    brandId: brand.id,
  });
  return (
    <ScreenWords of="job">
      <JobScreen id={job} first={first} />
    </ScreenWords>
  );
}
