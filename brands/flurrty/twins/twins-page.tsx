import { requireViewer } from '@act/auth';
import { titleOf } from '@act/storefront/frame/title-of';
import { readFirst } from '@act/storefront/interface/read-first';
import type { ComponentProps } from 'react';
import { TwinsScreen } from './twins-screen.tsx';

type Props = ComponentProps<typeof TwinsScreen>;

export const generateMetadata = () => titleOf('home');

export async function TwinsPage() {
  const { brand } = await requireViewer();
  const first = await readFirst<Props['first']>('/training/jobs', { brandId: brand.id, limit: '100' });
  return <TwinsScreen first={first} />;
}
