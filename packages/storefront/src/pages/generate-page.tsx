import { requireViewer } from '@act/auth';
import { GenerateScreen } from '@act/ui/screens/generate/generate-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';
import type { PageQuery } from './page-query.ts';

type Props = ComponentProps<typeof GenerateScreen>;

export const generateMetadata = () => titleOf('generate');

export async function GeneratePage({ searchParams }: PageQuery) {
  const [{ brand }, { model }] = await Promise.all([requireViewer(), searchParams]);
  const [models, generations] = await Promise.all([
    readFirst<Props['firstModels']>('/models', { brandId: brand.id }),
    readFirst<Props['firstGenerations']>('/generations', { brandId: brand.id, limit: '24' }),
  ]);
  return (
    <ScreenWords of="generate">
      <GenerateScreen
        modelId={typeof model === 'string' ? model : undefined}
        firstModels={models}
        firstGenerations={generations}
      />
    </ScreenWords>
  );
}
