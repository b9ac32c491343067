'use client';

import { useWords } from '../../messages/use-words.ts';
import { StepStrip } from '../../primitives/step-strip.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';

const steps = ['images', 'captions', 'settings', 'train', 'review'] as const;
type TrainingStep = (typeof steps)[number];

const hrefs: Partial<Record<TrainingStep, string>> = {
  images: studioPaths.upload,
  captions: `${studioPaths.upload}?step=captions`,
  settings: studioPaths.configure,
};

/** From pictures to a model, the same five steps on every page of the way; a viewer goes no further than the captions. */
export function TrainingSteps({ now }: { readonly now: TrainingStep }) {
  const words = useWords('trainingSteps');
  const isViewer = useStudio().brand.role === 'viewer';
  const at = steps.indexOf(now);
  return (
    <StepStrip
      label={words('label')}
      steps={steps.map((id, index) => ({
        id,
        label: words(id),
        state: index < at ? 'done' : index === at ? 'now' : 'ahead',
        href: isViewer && id === 'settings' ? undefined : hrefs[id],
      }))}
    />
  );
}
