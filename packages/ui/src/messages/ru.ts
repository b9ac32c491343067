import configure from './ru/configure.json' with { type: 'json' };
import datasets from './ru/datasets.json' with { type: 'json' };
import gallery from './ru/gallery.json' with { type: 'json' };
import generate from './ru/generate.json' with { type: 'json' };
import job from './ru/job.json' with { type: 'json' };
import jobs from './ru/jobs.json' with { type: 'json' };
import models from './ru/models.json' with { type: 'json' };
import parts from './ru/parts.json' with { type: 'json' };

/** All texts in Russian, a file for each screen. */
export const russian = {
  ...parts,
  ...jobs,
  ...job,
  ...configure,
  ...datasets,
  ...models,
  ...generate,
  ...gallery,
};
