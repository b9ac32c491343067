import { allRoutes, createDocument } from '@act/api';
import { z } from 'zod';

/** One route × method, as the interface's own document has it. */
export interface DocumentedRoute {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Without a session. */
  readonly isOpen: boolean;
  /** The body may name a brand. */
  readonly takesBrandInBody: boolean;
  readonly statuses: readonly number[];
}

export const basePath = '/api';

const operationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.unknown()),
  requestBody: z
    .object({
      content: z.record(
        z.string(),
        z.object({ schema: z.looseObject({ properties: z.record(z.string(), z.unknown()).default({}) }) }),
      ),
    })
    .optional(),
  responses: z.record(z.string(), z.unknown()),
});
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

/** Every route that a document describes. Default: that of the interface. */
export function listRoutes(document: unknown = createDocument(allRoutes, basePath)): DocumentedRoute[] {
  const { paths } = documentSchema.parse(JSON.parse(JSON.stringify(document)));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security, requestBody, responses }]) => ({
      operationId,
      method: method.toUpperCase(),
      path,
      isOpen: security.length === 0,
      takesBrandInBody: requestBody?.content['application/json']?.schema.properties.brandId !== undefined,
      statuses: Object.keys(responses).map(Number),
    })),
  );
}
