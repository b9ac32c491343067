import { requireViewer } from '@act/auth';
import { readFilterState, toStatuses } from '@act/ui/jobs/job-filter';
import { JobsScreen } from '@act/ui/screens/jobs/jobs-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';
import type { PageQuery } from './page-query.ts';

type First = NonNullable<ComponentProps<typeof JobsScreen>['first']>;

export const generateMetadata = () => titleOf('train');

export async function JobsPage({ searchParams }: PageQuery) {
  const [{ brand }, { status }] = await Promise.all([requireViewer(), searchParams]);
  const state = readFilterState(status);
  const page = await readFirst<First['page']>('/training/jobs', {
    brandId: brand.id,
    status: toStatuses(state) ?? [],
  });
  return (
    <ScreenWords of="jobs">
      <JobsScreen first={page && { state, page }} />
    </ScreenWords>
  );
}
