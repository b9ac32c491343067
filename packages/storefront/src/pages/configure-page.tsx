import { requireViewer } from '@act/auth';
import { ConfigureScreen } from '@act/ui/screens/configure/configure-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';

type Props = ComponentProps<typeof ConfigureScreen>;

export const generateMetadata = () => titleOf('train');

export async function ConfigurePage() {
  const { brand } = await requireViewer();
  // A viewer is told who may train, and no more.
  const [first, firstRules] =
    brand.role === 'viewer'
      ? []
      : await Promise.all([
          readFirst<Props['first']>('/assets', { brandId: brand.id, limit: '100' }),
          readFirst<Props['firstRules']>('/training/settings', { brandId: brand.id }),
        ]);
  return (
    <ScreenWords of="configure">
      <ConfigureScreen first={first} firstRules={firstRules} />
    </ScreenWords>
  );
}
