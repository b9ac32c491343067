import { headers } from 'next/headers';
import { getApi } from './get-api.ts';

/**
 * What a screen shows first, asked within this process in the name of whoever looks. Nothing where it cannot be had: the
 * screen asks again, and says what is wrong.
 */
export async function readFirst<Answer>(
  path: string,
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): Promise<Answer | undefined> {
  const requestHeaders = await headers();
  const fields = Object.entries(query).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((one) => [name, one]),
  );
  const address = new URL(
    `/api${path}?${new URLSearchParams(fields)}`,
    `http://${requestHeaders.get('host')}`,
  );
  const request = new Request(address, { headers: { cookie: requestHeaders.get('cookie') ?? '' } });
  const response = await getApi().fetch(request);
  return response.ok ? response.json() : undefined;
}
