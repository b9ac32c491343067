import { z } from 'zod';
import { isThisMachine } from '../../serving/fetch-input.ts';
import { type Run, webhookEvents } from './run.ts';

/** What every creation may say about where to ring. */
export const webhookFields = {
  webhook: z
    .string()
    .refine((text) => isReachable(URL.parse(text)), 'Does not match format "uri": an HTTPS URL is expected')
    .nullish(),
  webhook_events_filter: z.array(z.enum(webhookEvents)).nullish(),
};

const fieldsSchema = z.object(webhookFields);

/** Without a filter: new outputs, and the end. */
export function toWebhook(fields: z.infer<typeof fieldsSchema>): Run['webhook'] {
  const { webhook, webhook_events_filter: events } = fields;
  return webhook ? { url: webhook, events: events ?? ['output', 'completed'] } : null;
}

/** This machine may be spoken to without TLS: nobody listens in between. */
const isReachable = (url: URL | null) =>
  url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url.hostname));
