import { requireViewer } from '@act/auth';
import { DatasetsScreen } from '@act/ui/screens/datasets/datasets-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';
import type { PageQuery } from './page-query.ts';

type Props = ComponentProps<typeof DatasetsScreen>;

export const generateMetadata = () => titleOf('datasets');

export async function DatasetsPage({ searchParams }: PageQuery) {
  const { brand } = await requireViewer();
  const { step } = await searchParams;
  const first = await readFirst<Props['first']>('/assets', { brandId: brand.id, limit: '100' });
  return (
    <ScreenWords of="datasets">
      <DatasetsScreen first={first} step={step === 'captions' ? 'captions' : 'images'} />
    </ScreenWords>
  );
}
