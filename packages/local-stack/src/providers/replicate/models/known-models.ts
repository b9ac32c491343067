import { createHash } from 'node:crypto';
import type { LoraTraits } from '../../lora/lora-traits.ts';
import type { Model, ModelVersion, NewModel } from './model.ts';

const longAgo = Date.UTC(2025, 0, 1);

const version = (
  id: string,
  program: ModelVersion['program'],
  traits: LoraTraits | null = null,
): ModelVersion => ({ id, createdAt: longAgo, program, traits });

/** For models whose version ids nobody has noted down. */
const inventedId = (name: string) => createHash('sha256').update(`simulated ${name}`).digest('hex');

/** The one that is taken where a caller pins none. */
export const trainerVersions = [
  '26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2',
  'b6af14222e6bd9be257cbc1ea4afda3cd0503e1133083b9d1de0364d8568e6ef',
  '4ffd32160efd92e956d39c5338a9b8fbafca58e03f791f6d8011f3e20e8ea6fa',
];

/** What a public fine-tune's pictures look like here. */
const pixarTraits: LoraTraits = {
  palette: ['#ffb347', '#3aa7e0', '#f25c54', '#7bd389'],
  mark: 'PIXAR',
  triggerWord: 'PIXAR',
  modelType: 'flux',
};

/** The public models that the simulator has. */
export function knownModels(): NewModel[] {
  const publicModel = (owner: string, name: string, details: Partial<Model>): NewModel => ({
    owner,
    name,
    visibility: 'public',
    ...details,
  });
  return [
    publicModel('ostris', 'flux-dev-lora-trainer', {
      description: 'Fine-tune FLUX.1-dev using ai-toolkit',
      versions: trainerVersions.map((id) => version(id, 'flux-trainer')),
    }),
    publicModel('black-forest-labs', 'flux-dev-lora', {
      description: 'A version of flux-dev that takes LoRAs',
      isOfficial: true,
      versions: [version(inventedId('black-forest-labs/flux-dev-lora'), 'flux-dev-lora')],
    }),
    publicModel('fofr', 'flux-pixar', {
      description: 'Flux fine-tuned on animated films',
      versions: [version(inventedId('fofr/flux-pixar'), 'trained-flux', pixarTraits)],
    }),
    publicModel('yorickvp', 'llava-13b', {
      description: 'Visual instruction tuning',
      versions: [version('80537f9eead1a5bfa72d5ac6ea6414379be41d4d4f6679fd776e9535d1eb58bb', 'llava')],
    }),
  ];
}
