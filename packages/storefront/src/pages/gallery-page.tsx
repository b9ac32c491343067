import { requireViewer } from '@act/auth';
import { GalleryScreen } from '@act/ui/screens/gallery/gallery-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';
import type { PageQuery } from './page-query.ts';

type Props = ComponentProps<typeof GalleryScreen>;

export const generateMetadata = () => titleOf('gallery');

export async function GalleryPage({ searchParams }: PageQuery) {
  const [{ brand }, { model }] = await Promise.all([requireViewer(), searchParams]);
  const modelId = typeof model === 'string' && model !== '' ? model : undefined;
  const first = await readFirst<Props['first']>('/generations', { brandId: brand.id, limit: '24', modelId });
  return (
    <ScreenWords of="gallery">
      <GalleryScreen first={first} modelId={modelId} />
    </ScreenWords>
  );
}
