import { requireViewer } from '@act/auth';
import { readFirst } from '@act/storefront/interface/read-first';
import type { BrandModel, Page, TrainingJob } from '@act/ui/api/answers';
import { redirect } from 'next/navigation';
import { nextStep } from './next-step.ts';

/** Nobody stays here: it leads to whatever is next for this person. */
export async function HomePage() {
  const { brand } = await requireViewer();
  const [jobs, models] = await Promise.all([
    readFirst<Page<TrainingJob>>('/training/jobs', { brandId: brand.id, limit: '20' }),
    readFirst<Page<BrandModel>>('/models', { brandId: brand.id, limit: '1' }),
  ]);
  redirect(nextStep({ jobs: jobs?.items ?? [], models: models?.items ?? [] }));
}
