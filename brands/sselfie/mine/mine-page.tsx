import { requireViewer } from '@act/auth';
import { titleOf } from '@act/storefront/frame/title-of';
import { readFirst } from '@act/storefront/interface/read-first';
import { ScreenWords } from '@act/storefront/words/send-screen-words';
import type { ComponentProps } from 'react';
import { MineScreen } from './mine-screen.tsx';
import { readView } from './mine-view.ts';

type Props = ComponentProps<typeof MineScreen>;

export const generateMetadata = () => titleOf('models');

export async function MinePage({ searchParams }: PageProps<'/models'>) {
  const [{ brand }, { view }] = await Promise.all([requireViewer(), searchParams]);
  const of = { brandId: brand.id };
  const [jobs, models, assets] = await Promise.all([
    readFirst<Props['firstJobs']>('/training/jobs', { ...of, limit: '50' }),
    readFirst<Props['firstModels']>('/models', { ...of, includeRetired: 'true' }),
    readFirst<Props['firstAssets']>('/assets', { ...of, limit: '100' }),
  ]);
  return (
    <ScreenWords of="datasets">
      <ScreenWords of="job">
        <MineScreen view={readView(view)} firstJobs={jobs} firstModels={models} firstAssets={assets} />
      </ScreenWords>
    </ScreenWords>
  );
}
