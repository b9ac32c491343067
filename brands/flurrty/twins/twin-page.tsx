import { requireViewer } from '@act/auth';
import { readFirst } from '@act/storefront/interface/read-first';
import { ScreenWords } from '@act/storefront/words/send-screen-words';
import type { TrainingJob } from '@act/ui/api/answers';
import type { Metadata } from 'next';
import { toTwin } from './twin.ts';
import { TwinScreen } from './twin-screen.tsx';

interface TwinPageProps {
  readonly params: Promise<{ readonly jobId: string }>;
}

const readJob = async (params: TwinPageProps['params']) => {
  const [{ brand }, { jobId }] = await Promise.all([requireViewer(), params]);
  const id = decodeURIComponent(jobId);
  const job = await readFirst<TrainingJob>(`/training/jobs/${encodeURIComponent(id)}`, { brandId: brand.id });
  return { id, job };
};

export async function generateMetadata({ params }: TwinPageProps): Promise<Metadata> {
  const { job } = await readJob(params);
  return job ? { title: toTwin(job).name } : {};
}

export async function TwinPage({ params }: TwinPageProps) {
  const { id, job } = await readJob(params);
  return (
    <ScreenWords of="job">
      <ScreenWords of="generate">
        <TwinScreen key={id} id={id} first={job} />
      </ScreenWords>
    </ScreenWords>
  );
}
