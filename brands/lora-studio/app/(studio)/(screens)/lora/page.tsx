import { requireViewer } from '@act/auth';
import { titleOf } from '@act/storefront/frame/title-of';
import { readFirst } from '@act/storefront/interface/read-first';
import { ScreenWords } from '@act/storefront/words/send-screen-words';
import { LoraScreen } from '@act/ui/lora/lora-screen';
import type { ComponentProps } from 'react';

type Props = ComponentProps<typeof LoraScreen>;

export const generateMetadata = () => titleOf('lora');

export default async function LoraPage() {
  const { brand } = await requireViewer();
  const first = await readFirst<Props['first']>('/loras', { brandId: brand.id });
  return (
    <ScreenWords of="lora">
      <LoraScreen first={first} deletedDays={brand.settings.retention.deletedDays} />
    </ScreenWords>
  );
}
