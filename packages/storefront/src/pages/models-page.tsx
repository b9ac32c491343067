import { requireViewer } from '@act/auth';
import { ModelsScreen } from '@act/ui/screens/models/models-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';

type Props = ComponentProps<typeof ModelsScreen>;

export const generateMetadata = () => titleOf('models');

export async function ModelsPage() {
  const { brand } = await requireViewer();
  const first = await readFirst<Props['first']>('/models', { brandId: brand.id, includeRetired: 'true' });
  return (
    <ScreenWords of="models">
      <ModelsScreen first={first} />
    </ScreenWords>
  );
}
