import { requireViewer } from '@act/auth';
import { readFilter, toJobQuery } from '@act/ui/jobs/job-filter';
import { JobsScreen } from '@act/ui/screens/jobs/jobs-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';
import type { PageQuery } from './page-query.ts';

type Props = ComponentProps<typeof JobsScreen>;

export const generateMetadata = () => titleOf('train');

export async function JobsPage({ searchParams }: PageQuery) {
  const [{ brand }, asked] = await Promise.all([requireViewer(), searchParams]);
  const query = toJobQuery(readFilter({ get: (name) => [asked[name]].flat()[0] ?? null }));
  const first = await readFirst<Props['first']>('/training/jobs', { brandId: brand.id, ...query });
  return (
    <ScreenWords of="jobs">
      <JobsScreen first={first} />
    </ScreenWords>
  );
}
