import { z } from '@hono/zod-openapi';

const exampleId = '3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77';

/** Of a row. */
export const id = z.guid().openapi({ example: exampleId });

/** A row in an address. */
export const idParams = z.object({ id });

/** ISO 8601. */
export const time = z.string().openapi({ format: 'date-time', example: '2026-11-20T10:15:30+00:00' });

/** Between the wish and the end there is a while: what runs at a provider is ended there first. */
export const cancelRequestedAt = time
  .nullable()
  .openapi({ description: 'When somebody wanted it to end; it is ending until the state says so.' });

/** Why something failed. */
export const failure = z
  .object({ code: z.string(), message: z.string() })
  .nullable()
  .openapi({ description: 'Why it failed: a word for programs, and a sentence for people.' });
