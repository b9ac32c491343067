import { requireViewer } from '@act/auth';
import { titleOf } from '@act/storefront/frame/title-of';
import { readFirst } from '@act/storefront/interface/read-first';
import { ScreenWords } from '@act/storefront/words/send-screen-words';
import type { ComponentProps } from 'react';
import { CreateScreen } from './create-screen.tsx';

type Props = ComponentProps<typeof CreateScreen>;

export const generateMetadata = () => titleOf('train');

export async function CreatePage() {
  const { brand } = await requireViewer({ role: 'member' });
  const [assets, jobs] = await Promise.all([
    readFirst<Props['firstAssets']>('/assets', { brandId: brand.id, limit: '100' }),
    readFirst<Props['firstJobs']>('/training/jobs', { brandId: brand.id, limit: '100' }),
  ]);
  return (
    <ScreenWords of="datasets">
      <CreateScreen firstAssets={assets} firstJobs={jobs} />
    </ScreenWords>
  );
}
