import { requireViewer } from '@act/auth';
import { titleOf } from '@act/storefront/frame/title-of';
import { readFirst } from '@act/storefront/interface/read-first';
import { ScreenWords } from '@act/storefront/words/send-screen-words';
import type { TrainingJob } from '@act/ui/api/answers';
import { redirect } from 'next/navigation';
import { ProgressScreen } from './progress-screen.tsx';

export const generateMetadata = () => titleOf('train');

export async function ProgressPage({ searchParams }: PageProps<'/training/progress'>) {
  const [{ brand }, { job }] = await Promise.all([requireViewer(), searchParams]);
  if (typeof job !== 'string') redirect('/');
  const first = await readFirst<TrainingJob>(`/training/jobs/${encodeURIComponent(job)}`, {
    brandId: brand.id,
  });
  return (
    <ScreenWords of="job">
      <ProgressScreen id={job} first={first} />
    </ScreenWords>
  );
}
