import type { Bench } from '../bench.ts';
import { brandQueriesBench } from './brand-queries/brand-queries-bench.ts';
import { readJobOverHttpBench } from './read-job-over-http/read-job-over-http-bench.ts';
import { reconcileJobsBench } from './reconcile-jobs/reconcile-jobs-bench.ts';
import { requireLibraryBench } from './require-library/require-library-bench.ts';
import { saveWeightsBench } from './save-weights/save-weights-bench.ts';
import { zipPicturesBench } from './zip-pictures/zip-pictures-bench.ts';

/** Every comparison, in the order in which they run. A further one is a folder beside `brand-queries` and a line here. */
export const benches: readonly Bench[] = [
  brandQueriesBench,
  saveWeightsBench,
  zipPicturesBench,
  requireLibraryBench,
  reconcileJobsBench,
  readJobOverHttpBench,
];
