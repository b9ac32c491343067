import type { HomeScreen } from '@act/ui/screens/home/home-screen';
import type { ComponentProps } from 'react';
import { readFirst } from '../interface/read-first.ts';

type HomeFirst = NonNullable<ComponentProps<typeof HomeScreen>['first']>;

/** What is going on in a brand, all asked at once. */
export async function readHome(brandId: string): Promise<HomeFirst> {
  const [jobs, models, generations, pictures, rejected] = await Promise.all([
    readFirst<HomeFirst['jobs']>('/training/jobs', { brandId, limit: '20' }),
    readFirst<HomeFirst['models']>('/models', { brandId, limit: '4' }),
    readFirst<HomeFirst['generations']>('/generations', { brandId, limit: '8' }),
    readFirst<HomeFirst['pictures']>('/assets', {
      brandId,
      limit: '4',
      isTrainingData: 'true',
      status: 'ready',
    }),
    readFirst<HomeFirst['rejected']>('/assets', { brandId, limit: '12', status: 'rejected' }),
  ]);
  return { jobs, models, generations, pictures, rejected };
}
