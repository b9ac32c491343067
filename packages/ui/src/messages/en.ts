import activity from './en/activity.json' with { type: 'json' };
import configure from './en/configure.json' with { type: 'json' };
import datasets from './en/datasets.json' with { type: 'json' };
import documents from './en/documents.json' with { type: 'json' };
import gallery from './en/gallery.json' with { type: 'json' };
import generate from './en/generate.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import job from './en/job.json' with { type: 'json' };
import jobs from './en/jobs.json' with { type: 'json' };
import lora from './en/lora.json' with { type: 'json' };
import models from './en/models.json' with { type: 'json' };
import palette from './en/palette.json' with { type: 'json' };
import parts from './en/parts.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };

/** All texts in English, a file for each screen. */
export const english = {
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
