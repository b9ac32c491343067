import { requireViewer } from '@act/auth';
import { HomeScreen } from '@act/ui/screens/home/home-screen';
import type { Metadata } from 'next';
import { readHome } from '../home/read-home.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await requireViewer()).brand.name,
});

export async function HomePage() {
  const { brand } = await requireViewer();
  return (
    <ScreenWords of="home">
      <HomeScreen first={await readHome(brand.id)} />
    </ScreenWords>
  );
}
