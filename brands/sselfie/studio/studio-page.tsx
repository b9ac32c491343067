import { requireViewer } from '@act/auth';
import { titleOf } from '@act/storefront/frame/title-of';
import { readFirst } from '@act/storefront/interface/read-first';
import { ScreenWords } from '@act/storefront/words/send-screen-words';
import type { ComponentProps } from 'react';
import { StudioScreen } from './studio-screen.tsx';

type Props = ComponentProps<typeof StudioScreen>;

export const generateMetadata = () => titleOf('generate');

export async function StudioPage({ searchParams }: PageProps<'/studio'>) {
  const [{ brand }, { model, job }] = await Promise.all([requireViewer(), searchParams]);
  const [models, generations, progress] = await Promise.all([
    readFirst<Props['firstModels']>('/models', { brandId: brand.id }),
    readFirst<Props['firstGenerations']>('/generations', { brandId: brand.id, limit: '24' }),
    typeof job === 'string'
      ? readFirst<{ modelVersion: string | null }>('/training/progress', { brandId: brand.id, modelId: job })
      : undefined,
  ]);
  return (
    <ScreenWords of="generate">
      <StudioScreen
        modelId={typeof model === 'string' ? model : (progress?.modelVersion ?? undefined)}
        firstModels={models}
        firstGenerations={generations}
      />
    </ScreenWords>
  );
}
