import { z } from 'zod';
import type { InBrand } from './in-brand.ts';
import { read } from './read.ts';

const eventRow = z.object({
  id: z.number(),
  kind: z.enum(['state', 'stage', 'log', 'sample', 'signal']),
  status: z.string().nullable(),
  stage: z.string().nullable(),
  progress: z.number().nullable(),
  message: z.string().nullable(),
  path: z.string().nullable(),
  created_at: z.string(),
});
export type EventRow = z.output<typeof eventRow>;

const metricRow = z.object({
  step: z.number(),
  loss: z.number().nullable(),
  learning_rate: z.number().nullable(),
});
export type MetricRow = z.output<typeof metricRow>;

/** As many as one look brings; what is left comes with the next one. */
export const eventsAtOnce = 100;
export const metricsAtOnce = 1_000;

/** What happened to a training behind an event, in order. */
export const listEventsAfter = (
  { database, brandId }: InBrand,
  jobId: string,
  eventId: number,
): Promise<EventRow[]> =>
  read(
    database
      .from('training_events')
      .select('id, kind, status, stage, progress, message, path, created_at')
      .eq('brand_id', brandId)
      .eq('job_id', jobId)
      .gt('id', eventId)
      .order('id')
      .limit(eventsAtOnce),
    z.array(eventRow),
  );

/** The loss curve from a step on, in order. */
export const listMetricsFrom = (
  { database, brandId }: InBrand,
  jobId: string,
  step: number,
): Promise<MetricRow[]> =>
  read(
    database
      .from('training_metrics')
      .select('step, loss, learning_rate')
      .eq('brand_id', brandId)
      .eq('job_id', jobId)
      .gte('step', step)
      .order('step')
      .limit(metricsAtOnce),
    z.array(metricRow),
  );
