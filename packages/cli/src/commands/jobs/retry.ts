import { z } from 'zod';
import { defineCommand } from '../../program/command.ts';
import { jobId } from '../../program/input-schemas.ts';
import { openSession } from '../../session/open-session.ts';

export const retryJob = defineCommand({
  name: 'retry',
  summary: 'try a training again; what its provider still has is only saved, not paid again',
  words: [['<id>', 'of a training that has failed or was cancelled']],
  examples: [['act jobs retry 3f0c…', 'makes a new training with the same wish']],
  input: z.object({ id: jobId }),
  run: async ({ input, world }) => {
    const { ai } = await openSession(world);
    const job = await ai.retryTrainingJob(input.id);
    world.output.result(job, () => [
      `Training ${job.id} tries it again. Follow it with: act jobs watch ${job.id}`,
    ]);
  },
});
