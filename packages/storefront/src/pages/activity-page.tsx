import { requireViewer } from '@act/auth';
import { ActivityScreen } from '@act/ui/screens/activity/activity-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';

type Props = ComponentProps<typeof ActivityScreen>;

export const generateMetadata = () => titleOf('activity');

export async function ActivityPage() {
  const { brand } = await requireViewer();
  const first = await readFirst<Props['first']>('/notices', { brandId: brand.id });
  return <ActivityScreen first={first} />;
}
