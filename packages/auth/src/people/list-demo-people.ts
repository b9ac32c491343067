import { z } from 'zod';
import type { AuthSettings, DemoPerson } from '../load-setting.ts';

const addressesSchema = z.array(z.string());

/** The demo people who are still there: whoever tries it out may have deleted some. All, where nobody can tell. */
export async function listDemoPeople(
  { demoPeople, demoPeopleUrl }: Pick<AuthSettings, 'demoPeople' | 'demoPeopleUrl'>,
  send: typeof fetch = fetch,
): Promise<readonly DemoPerson[]> {
  if (demoPeople.length === 0 || demoPeopleUrl === null) return demoPeople;
  const answer = await send(demoPeopleUrl, { signal: AbortSignal.timeout(2000) })
    .then((response) => response.json())
    .catch(() => null);
  const there = addressesSchema.safeParse(answer).data;
  return there ? demoPeople.filter(({ email }) => there.includes(email)) : demoPeople;
}
