import { describeImageProvider } from '../image-provider.contract.ts';
import { sampleGenerationCall } from '../testing/sample-calls.ts';
import { describeTrainingProvider } from '../training-provider.contract.ts';
import { createReplicateWorld } from './testing/replicate-world.ts';

describeTrainingProvider('Replicate', async (settings) => {
  const world = await createReplicateWorld('training', settings);
  return {
    ...world,
    provider: world.provider.training,
    createCall: () => world.createTrainingCall(),
    publishNonsense: () => world.files.publish('archive.zip', Buffer.from('no zip')),
  };
});

describeImageProvider('Replicate', async (settings) => {
  const world = await createReplicateWorld('prediction', settings);
  return {
    ...world,
    provider: world.provider.images,
    createCall: async () => sampleGenerationCall({ imageCount: 2, loras: [] }),
    publishNonsense: () => world.files.publish('lora.safetensors', Buffer.from('no LoRA')),
  };
});
