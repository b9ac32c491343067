import { z } from 'zod';
import { defineCommand } from '../../program/command.ts';
import { jobId } from '../../program/input-schemas.ts';
import { openSession } from '../../session/open-session.ts';
import { waitOut } from '../../work/wait-out.ts';
import { describeEnd, exitCodeOf, trainingGoesOn, watchJob } from '../../work/watch-job.ts';

export const watchTraining = defineCommand({
  name: 'watch',
  summary: 'follow a training to its end; Ctrl-C leaves it running',
  words: [['<id>', 'as `act jobs` shows it']],
  examples: [
    ['act jobs watch 3f0c…', 'with a bar'],
    ['act jobs watch 3f0c… --json', 'a line of JSON for each change'],
  ],
  input: z.object({ id: jobId }),
  run: async ({ input, world }) => {
    const session = await openSession(world);
    const left = trainingGoesOn(input.id);
    const job = await waitOut(() => session.ai.getTrainingJob(input.id), world, { left });
    const { output } = world;
    const watched = await watchJob(session, job, world, {
      onChange: (now) => {
        if (output.isJson) output.record(now, '');
      },
    });
    if (!output.isJson) output.result(null, () => describeEnd(watched));
    return exitCodeOf(watched);
  },
});
