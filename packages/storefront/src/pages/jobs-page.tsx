import { requireViewer } from '@act/auth';
import { JobsScreen } from '@act/ui/screens/jobs/jobs-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';

type Props = ComponentProps<typeof JobsScreen>;

export const generateMetadata = () => titleOf('train');

export async function JobsPage() {
  const { brand } = await requireViewer();
  const first = await readFirst<Props['first']>('/training/jobs', { brandId: brand.id });
  return (
    <ScreenWords of="jobs">
      <JobsScreen first={first} />
    </ScreenWords>
  );
}
