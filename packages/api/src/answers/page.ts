import { z } from '@hono/zod-openapi';

/** A part of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item).readonly().openapi({ description: 'Newest first.' }),
    nextCursor: z
      .string()
      .nullable()
      .openapi({ description: 'The `cursor` of the next page; null after the last.' }),
  });

/** Which part of a list, in a query. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).optional().openapi({
    description: 'How many at most, 1 to 100. Default 50.',
    example: 20,
  }),
  cursor: z.string().max(200).optional().openapi({ description: '`nextCursor` of the page before.' }),
};

/** A switch, in a query. */
export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

/** One value, or the same name several times. */
export const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.union([item, z.array(item).min(1).max(20)]).transform((value) => [value].flat());
