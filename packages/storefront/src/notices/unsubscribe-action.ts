'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { getApi } from '../interface/get-api.ts';

/** What became of it: mails are ended, the link is none of ours (any more), or nobody answered. */
export type UnsubscribeResult = 'ended' | 'unknown' | 'unavailable';

const answerSchema = z.object({ unsubscribed: z.boolean() });

/** Ends the mails of one brand to one person, whoever is signed in here: the link at the foot of a mail is enough. */
export async function unsubscribeAction(
  _: UnsubscribeResult | null,
  form: FormData,
): Promise<UnsubscribeResult> {
  const token = form.get('token');
  if (typeof token !== 'string' || token === '') return 'unknown';
  const host = (await headers()).get('host');
  const address = new URL(`/api/notices/unsubscribe?${new URLSearchParams({ token })}`, `http://${host}`);
  const response = await getApi().fetch(new Request(address, { method: 'POST' }));
  if (response.status >= 500) return 'unavailable';
  const answer = answerSchema.safeParse(await response.json());
  return answer.data?.unsubscribed ? 'ended' : 'unknown';
}
