import { z } from 'zod';
import { formatTable } from '../../output/table.ts';
import { defineCommand } from '../../program/command.ts';
import { modelTypes, oneOf, whole } from '../../program/input-schemas.ts';
import { findBrand } from '../../session/find-brand.ts';
import { openSession } from '../../session/open-session.ts';

const statuses = [
  'pending',
  'uploading',
  'queued',
  'training',
  'saving',
  'completed',
  'failed',
  'cancelled',
] as const;

export const listJobs = defineCommand({
  name: 'list',
  summary: 'the trainings of the brand, newest first',
  flags: [
    ['--status <state>', `only those that are ${statuses.join(', ')}`],
    ['--type <model>', 'only those of flux, sdxl or sd15'],
    ['--name <text>', 'only those whose name contains this'],
    ['--limit <number>', 'how many at most, 1 to 100 (default: 20)'],
    ['--cursor <text>', '`nextCursor` of the page before'],
  ],
  inBrand: true,
  examples: [
    ['act jobs', 'the last twenty'],
    ['act jobs list --status failed --json', 'for a program'],
  ],
  input: z.object({
    status: oneOf(statuses).optional(),
    type: oneOf(modelTypes).optional(),
    name: z.string().optional(),
    limit: whole.default(20),
    cursor: z.string().optional(),
  }),
  run: async ({ input: { status, type, ...filter }, world }) => {
    const session = await openSession(world);
    const { id: brandId } = await findBrand(session, world.brand);
    const page = await session.ai.listTrainingJobs({
      ...filter,
      brandId,
      modelType: type,
      ...(status && { statuses: [status] }),
    });
    world.output.result(page, () => {
      if (page.items.length === 0) return ['No trainings. Begin one with: act train <folder>'];
      const rows = page.items.map((job) => [
        ...[job.id, job.name, job.modelType, job.status, `${job.progress} %`],
        job.createdAt.slice(0, 16).replace('T', ' '),
      ]);
      const more = page.nextCursor ? [`More with: --cursor ${page.nextCursor}`] : [];
      return [...formatTable(['ID', 'NAME', 'TYPE', 'STATUS', 'DONE', 'ASKED FOR'], rows), ...more];
    });
  },
});
