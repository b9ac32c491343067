import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateJson } from '../home/write-private-json.ts';

const mailSchema = z.object({
  id: z.string(),
  sentAt: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string().nullish(),
  html: z.string().nullish(),
});

/** One mail that would have left the machine. */
export type Mail = z.infer<typeof mailSchema>;
type NewMail = Pick<Mail, 'to' | 'subject' | 'text' | 'html'>;

/** Takes the mail of a stack that has no way out, and keeps it to be looked at. */
export interface Outbox {
  deliver(mail: NewMail): Promise<Mail>;
  /** Newest first. */
  list(): Promise<Mail[]>;
  find(id: string): Promise<Mail | null>;
}

/** Keeps each mail as a file, named so that they sort by time. */
export function createOutbox(folder: string): Outbox {
  const read = async (file: string) => parseMail(await readFile(join(folder, file), 'utf8').catch(() => ''));
  return {
    deliver: async ({ to, subject, text, html }) => {
      const sentAt = new Date().toISOString();
      const mail: Mail = {
        id: `${sentAt.replace(/[^0-9]/g, '')}-${randomUUID()}`,
        sentAt,
        to,
        subject,
        text,
        html,
      };
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writePrivateJson(join(folder, `${mail.id}.json`), mail);
      return mail;
    },
    list: async () => {
      const files = await readdir(folder).catch(() => []);
      const mails = await Promise.all(
        files
          .filter((file) => file.endsWith('.json'))
          .sort()
          .reverse()
          .map(read),
      );
      return mails.filter((mail) => mail !== null);
    },
    find: async (id) => (/^[0-9a-f-]+$/.test(id) ? read(`${id}.json`) : null),
  };
}

function parseMail(text: string): Mail | null {
  try {
    return mailSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
