import { requireViewer } from '@act/auth';
import { GalleryScreen } from '@act/ui/screens/gallery/gallery-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { loadStorefrontSettings } from '../load-setting.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';

type Props = ComponentProps<typeof GalleryScreen>;

export const generateMetadata = () => titleOf('gallery');

export async function GalleryPage() {
  const { brand } = await requireViewer();
  const first = await readFirst<Props['first']>('/generations', { brandId: brand.id, limit: '24' });
  return (
    <ScreenWords of="gallery">
      <GalleryScreen first={first} isSimulated={!loadStorefrontSettings().isLive} />
    </ScreenWords>
  );
}
