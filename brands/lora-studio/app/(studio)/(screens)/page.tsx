import { requireViewer } from '@act/auth';
import { titleOf } from '@act/storefront/frame/title-of';
import { readFirst } from '@act/storefront/interface/read-first';
import { ScreenWords } from '@act/storefront/words/send-screen-words';
import { LoraHomeScreen } from '@act/ui/lora/lora-home-screen';
import type { ComponentProps } from 'react';

type Props = ComponentProps<typeof LoraHomeScreen>;

export const generateMetadata = () => titleOf('home');

export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const [{ brand }, { lora }] = await Promise.all([requireViewer(), searchParams]);
  const loraId = typeof lora === 'string' ? lora : undefined;
  const scope = { brandId: brand.id };
  const [loras, generations, wanted] = await Promise.all([
    readFirst<Props['firstLoras']>('/loras', scope),
    readFirst<Props['firstGenerations']>('/generations', { ...scope, limit: '24' }),
    loraId === undefined
      ? undefined
      : readFirst<NonNullable<Props['wanted']>>(`/loras/${encodeURIComponent(loraId)}`, scope),
  ]);
  return (
    <ScreenWords of="lora-home">
      <LoraHomeScreen loraId={loraId} wanted={wanted} firstLoras={loras} firstGenerations={generations} />
    </ScreenWords>
  );
}
