import type { IHttpRequestOptions } from 'n8n-workflow';

/** As axios throws for a status that is none of 2xx, and where nothing answers. */
export interface HttpFailure extends Error {
  readonly isAxiosError: true;
  readonly httpCode?: string;
  readonly response?: { readonly status: number; readonly data: unknown };
}

/** Real requests, with what n8n's helper makes of its options. Options that it would need and has not are refused. */
export function createHttpRequest() {
  return async (options: IHttpRequestOptions): Promise<unknown> => {
    const {
      url,
      method = 'GET',
      headers = {},
      body,
      qs = {},
      encoding,
      json,
      disableFollowRedirect,
      ...others
    } = options;
    if (Object.keys(others).length > 0)
      throw new Error(`The stand-in knows no ${Object.keys(others).join(', ')}.`);
    const address = new URL(url);
    for (const [name, value] of Object.entries(qs)) address.searchParams.set(name, String(value));
    const answer = await fetch(address, {
      method,
      headers: writeHeaders({ ...(json && { accept: 'application/json' }), ...headers }, body),
      ...(body !== undefined && { body: writeBody(body) }),
      redirect: disableFollowRedirect ? 'manual' : 'follow',
    }).catch((error: unknown) => {
      throw fail(`connect failed: ${String(error)}`);
    });
    const data =
      encoding === 'arraybuffer' ? Buffer.from(await answer.arrayBuffer()) : parse(await answer.text());
    if (answer.ok) return data;
    throw fail(`Request failed with status code ${answer.status}`, { status: answer.status, data });
  };
}

const fail = (message: string, response?: { status: number; data: unknown }): HttpFailure =>
  Object.assign(new Error(message), {
    isAxiosError: true as const,
    ...(response && { response, httpCode: String(response.status) }),
  });

const writeHeaders = (headers: object, body: unknown): Record<string, string> => ({
  ...(typeof body === 'object' && !Buffer.isBuffer(body) && { 'content-type': 'application/json' }),
  ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
});

const writeBody = (body: unknown) => (Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body));

/** axios reads JSON wherever there is some. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
