import { modelTypes, prodigyLearningRate, trainingRules } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { trainingConfigAnswer } from '../../answers/training-job.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const range = z.object({ minimum: z.number(), maximum: z.number() });

const rulesSchema = z.object({
  modelType: z.enum(modelTypes),
  provider: z.string().openapi({ description: 'Who trains it unless somebody else is asked.' }),
  presets: z
    .object({ quick: trainingConfigAnswer, standard: trainingConfigAnswer, best: trainingConfigAnswer })
    .openapi({ description: 'What each stands for, complete.' }),
  bounds: z
    .object({
      steps: range,
      learningRate: range.openapi({ description: 'But for `prodigy`.' }),
      batchSize: range,
      loraRank: range,
      resolution: range.openapi({ description: 'Of each side, in pixels.' }),
      numRepeats: range,
      optimizers: z.array(z.string()).readonly(),
      ignored: z.array(z.string()).readonly().openapi({ description: 'What the trainer has no use for.' }),
    })
    .openapi({ description: 'What the trainer takes; a wish beyond it is refused.' }),
});

export const getTrainingSettings = personRoute({
  method: 'get',
  path: '/training/settings',
  operationId: 'getTrainingSettings',
  area: 'Training',
  summary: 'Says what each preset stands for, and what trainers take.',
  isTagged: true,
  answer: json(
    'The same for every brand.',
    z
      .object({
        items: z.array(rulesSchema).readonly().openapi({ description: 'One for each base model.' }),
        prodigyLearningRate: range
          .extend({ usual: z.number() })
          .openapi({ description: 'This optimizer finds the rate by itself, and takes it as a factor.' }),
      })
      .openapi('TrainingSettings'),
  ),
  handle: async ({ caller }) => {
    await caller.needBrand();
    return { items: trainingRules, prodigyLearningRate };
  },
});
