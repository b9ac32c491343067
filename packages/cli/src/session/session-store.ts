import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateJson } from '../write-private-json.ts';

const sessionSchema = z.object({
  url: z.string(),
  publishableKey: z.string(),
  email: z.string(),
  userId: z.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
  /** In seconds since 1970. */
  expiresAt: z.number(),
});
export type StoredSession = z.output<typeof sessionSchema>;

const fileSchema = z.object({
  /** The project that was signed in to last. */
  current: z.string().optional(),
  sessions: z.record(z.string(), sessionSchema).default({}),
});
type SessionFile = z.output<typeof fileSchema>;

/** Who is signed in where, in this user's own folder. */
export interface SessionStore {
  read(): Promise<SessionFile>;
  /** Also makes its project the one that is meant where none is named. */
  save(session: StoredSession): Promise<void>;
  remove(url: string): Promise<void>;
}

export function openSessionStore(configFolder: string): SessionStore {
  const path = join(configFolder, 'sessions.json');
  const read = async (): Promise<SessionFile> => {
    const text = await readFile(path, 'utf8').catch(() => '{}');
    try {
      return fileSchema.parse(JSON.parse(text));
    } catch {
      // Written by another version, or by hand: signing in again mends it.
      return { sessions: {} };
    }
  };
  return {
    read,
    save: async (session) => {
      const { sessions } = await read();
      await writePrivateJson(path, {
        current: session.url,
        sessions: { ...sessions, [session.url]: session },
      });
    },
    remove: async (url) => {
      const { current, sessions } = await read();
      const { [url]: _, ...others } = sessions;
      await writePrivateJson(path, { ...(current !== url && { current }), sessions: others });
    },
  };
}
