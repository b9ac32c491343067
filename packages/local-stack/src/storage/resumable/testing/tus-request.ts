import type { Actor, TestStack } from '../../../testing/start-stack.ts';

export interface TusRequestOptions extends RequestInit {
  as?: Actor;
}

/** Sends one request of the protocol, without the client that would send only proper ones. */
export async function tusRequest(
  stack: TestStack,
  url: string,
  { as = 'anonymous', headers, ...init }: TusRequestOptions,
): Promise<Response> {
  const absolute = new URL(url, `${stack.url}/storage/v1/upload/resumable/`);
  const all = {
    'tus-resumable': '1.0.0',
    ...(await stack.headersFor(as)),
    ...Object.fromEntries(new Headers(headers)),
  };
  return fetch(absolute, { ...init, headers: all });
}

export interface BeginOptions {
  as: Actor;
  fields: Record<string, string>;
  headers?: Record<string, string>;
  /** The signed variant. */
  isSigned?: boolean;
}

export function beginUpload(
  stack: TestStack,
  { as, fields, headers, isSigned }: BeginOptions,
): Promise<Response> {
  const metadata = Object.entries(fields).map(
    ([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`,
  );
  return tusRequest(stack, `${stack.url}/storage/v1/upload/resumable${isSigned ? '/sign' : ''}`, {
    as,
    method: 'POST',
    headers: { 'upload-length': '10', 'upload-metadata': metadata.join(','), ...headers },
  });
}

export function sendChunk(
  stack: TestStack,
  url: string,
  as: Actor,
  offset: number,
  chunk: string,
): Promise<Response> {
  const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
  return tusRequest(stack, url, { as, method: 'PATCH', headers, body: chunk });
}

/** The address of an upload that was begun. */
export function locationOf(response: Response): string {
  const location = response.headers.get('location');
  if (!location) throw new Error(`The upload did not begin: ${response.status}`);
  return location;
}
