import { connect, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { contextFor } from '../node/testing/brand-context.ts';
import { type ModelType, modelTypes } from './model-type.ts';
import { quoteTraining } from './quote-training.ts';
import { trainerFor } from './trainers.ts';
import { trainingBounds } from './training-bounds.ts';
import { parseTrainingWish, type TrainingConfigInput } from './training-config.ts';
import { presetNames } from './training-presets.ts';

const wishes: TrainingConfigInput[] = [
  {},
  ...presetNames.map((preset) => ({ preset })),
  ...presetNames.map((preset) => ({ preset, steps: 700 })),
  ...presetNames.map((preset) => ({ preset, batchSize: 4 })),
];

it('expects of a wish in the database what the library does', async () => {
  await using stack = await startStack();
  await using client = await connect(stack.database.superuser);
  const context = await contextFor(stack, 'ctMember', {
    fetch: async (input, init) => stack.fetch(new Request(input, init)),
  });
  const inSql = async (modelType: ModelType, config: object) => {
    const { rows } = await client.query<{ units: number; usd: number }>(
      `select units::float8, private.estimate_cost('training', $1, units)::float8 as usd
       from private.training_units($1, $2) as units`,
      [modelType, config],
    );
    return rows[0];
  };
  for (const modelType of modelTypes) {
    const { provider } = trainerFor(modelType);
    for (const wish of wishes) {
      const said = `${modelType} ${JSON.stringify(wish)}`;
      const { config } = parseTrainingWish(wish, { modelType, provider });
      const raw = await inSql(modelType, wish);
      expect(raw?.units, said).toBe(config.steps * config.batchSize);
      expect(await inSql(modelType, config), said).toEqual(raw);
      const { estimatedCostUsd } = await quoteTraining(context, { modelType, config: wish });
      expect(Math.abs(estimatedCostUsd - (raw?.usd ?? 0)), said).toBeLessThan(0.0051);
    }
    const bounds = trainingBounds[modelType][provider];
    expect(await inSql(modelType, { steps: -1, batchSize: 0 })).toMatchObject({
      units: bounds?.steps.minimum,
    });
  }
});
