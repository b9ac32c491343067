import './read-tsx.ts';
import { z } from 'zod';
import { createNoticeDuty } from '../notice-duty.ts';
import { openNoticeWorld } from './notice-project.ts';
import { localNetwork } from './receiver.ts';

/** What a process of its own is told: as JSON, its one argument. */
const mortalSchema = z.object({
  url: z.string(),
  publishableKey: z.string(),
  signingKey: z.string(),
  databaseUrl: z.string(),
  /** The function of the database before which it is killed. */
  diesBefore: z.string(),
  smtpUrl: z.string().nullable(),
  port: z.number(),
});
export type MortalSettings = z.infer<typeof mortalSchema>;

/** Sends one notice, and is killed by the hardest signal there is before it has noted something. */
const { diesBefore, smtpUrl, port, ...project } = mortalSchema.parse(JSON.parse(process.argv[2] ?? ''));
const fetch: typeof globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (url.endsWith(`/rpc/${diesBefore}`)) process.kill(process.pid, 'SIGKILL');
  return globalThis.fetch(input, init);
};
const { world, close } = openNoticeWorld({ ...project, fetch });
const { doNext } = createNoticeDuty({
  mail: smtpUrl === null ? null : { url: smtpUrl, from: 'notices@act.example' },
  push: null,
  siteUrl: 'https://studio.example',
  network: localNetwork(port),
});
await doNext(world, new AbortController().signal);
await close();
