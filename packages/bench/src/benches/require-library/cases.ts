import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Something that a program may load when it starts. */
export interface RequireCase {
  readonly name: string;
  /** Modules, where they lie. */
  readonly modules: readonly string[];
  /** What the program does with `loaded`, the first of them, before the clock is read. */
  readonly call?: string;
}

const library = require.resolve('@act/ai-models');

/** Answers a list of trainings without a network; what this loads, every call loads. */
const firstCall = `await loaded.createAiModels({
  supabase: { url: 'http://localhost', publishableKey: 'key' },
  access: { brandId: 'acme', signer: async () => 'token' },
  fetch: async () => Response.json([]),
}).listTrainingJobs();`;

export const ours: RequireCase = { name: '@act/ai-models', modules: [library] };

const packages: readonly RequireCase[] = [
  { name: '@supabase/supabase-js', modules: [require.resolve('@supabase/supabase-js')] },
  { name: 'replicate', modules: [require.resolve('replicate')] },
  { name: 'zod', modules: [require.resolve('zod')] },
  { name: 'jszip', modules: [require.resolve('jszip')] },
];

/** What somebody would load who did without the library. */
export const baseline: RequireCase = {
  name: 'all four',
  modules: packages.flatMap(({ modules }) => modules),
};

/** Everything that is measured; the clock stops later where there is a call. */
export const requireCases: readonly RequireCase[] = [
  ours,
  { name: '@act/ai-models, first call answered', modules: [library], call: firstCall },
  ...packages,
  baseline,
];
