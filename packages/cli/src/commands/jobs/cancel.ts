import { z } from 'zod';
import { defineCommand } from '../../program/command.ts';
import { jobId } from '../../program/input-schemas.ts';
import { openSession } from '../../session/open-session.ts';

export const cancelJob = defineCommand({
  name: 'cancel',
  summary: 'end a training, at its provider first',
  words: [['<id>', 'as `act jobs` shows it']],
  examples: [['act jobs cancel 3f0c…', 'what was trained until then is lost']],
  input: z.object({ id: jobId }),
  run: async ({ input, world }) => {
    const { ai } = await openSession(world);
    const job = await ai.cancelTrainingJob(input.id);
    world.output.result(job, () => [
      job.status === 'cancelled'
        ? `Training ${job.id} is cancelled.`
        : `Training ${job.id} is being cancelled: its provider is asked first.`,
    ]);
  },
});
