import { requireViewer } from '@act/auth';
import { titleOf } from '@act/storefront/frame/title-of';
import { readFirst } from '@act/storefront/interface/read-first';
import { ScreenWords } from '@act/storefront/words/send-screen-words';
import type { Asset, Page } from '@act/ui/api/answers';
import { TrainingScreen } from './training-screen.tsx';

export const generateMetadata = () => titleOf('train');

export async function TrainingPage() {
  const { brand } = await requireViewer({ role: 'member' });
  const assets = await readFirst<Page<Asset>>('/assets', { brandId: brand.id, limit: '100' });
  return (
    <ScreenWords of="datasets">
      <TrainingScreen firstAssets={assets} />
    </ScreenWords>
  );
}
