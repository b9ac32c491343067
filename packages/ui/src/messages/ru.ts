import activity from './ru/activity.json' with { type: 'json' };
import configure from './ru/configure.json' with { type: 'json' };
import datasets from './ru/datasets.json' with { type: 'json' };
import documents from './ru/documents.json' with { type: 'json' };
import gallery from './ru/gallery.json' with { type: 'json' };
import generate from './ru/generate.json' with { type: 'json' };
import home from './ru/home.json' with { type: 'json' };
import job from './ru/job.json' with { type: 'json' };
import jobs from './ru/jobs.json' with { type: 'json' };
import lora from './ru/lora.json' with { type: 'json' };
import models from './ru/models.json' with { type: 'json' };
import palette from './ru/palette.json' with { type: 'json' };
import parts from './ru/parts.json' with { type: 'json' };
import settings from './ru/settings.json' with { type: 'json' };

/** All texts in Russian, a file for each screen. */
export const russian = {
  ...parts,
  ...jobs,
  ...job,
  ...configure,
  ...datasets,
  ...models,
  ...lora,
  ...generate,
  ...gallery,
  ...settings,
  ...palette,
  ...home,
  ...documents,
  ...activity,
};
