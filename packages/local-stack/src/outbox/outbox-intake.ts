import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Outbox } from './outbox.ts';

const mailSchema = z.strictObject({
  to: z.email(),
  subject: z.string().max(1_000),
  text: z.string().max(1_000_000).optional(),
  html: z.string().max(1_000_000).optional(),
});

const hash = (text: string) => createHash('sha256').update(text).digest();

/** Where the engine puts mail that would leave by SMTP elsewhere: `POST /outbox`, with the outbox's own key. */
export function createOutboxIntake({ outbox, key }: { outbox: Outbox; key: string }): Hono {
  const intake = new Hono();
  intake.post('/outbox', async (context) => {
    const given = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    if (!timingSafeEqual(hash(given), hash(key))) {
      return context.json(
        { code: 'key_invalid', message: 'Mail is taken with the key of this outbox only.' },
        401,
      );
    }
    const mail = mailSchema.safeParse(await context.req.json().catch(() => null));
    if (!mail.success) {
      return context.json({ code: 'mail_invalid', message: z.prettifyError(mail.error) }, 400);
    }
    const { text = null, html = null } = mail.data;
    const { id } = await outbox.deliver({ ...mail.data, text, html });
    return context.json({ id }, 201);
  });
  return intake;
}
