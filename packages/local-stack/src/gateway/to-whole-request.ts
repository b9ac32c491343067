/**
 * The adapter's request cannot be copied, which whoever measures a body without an announced length wants to do. One that
 * announces neither length nor encoding, like a DELETE of Node's, has no body at all.
 */
export function toWholeRequest(request: Request): Request {
  const { method, headers, signal } = request;
  if (headers.has('content-length') || method === 'GET' || method === 'HEAD') return request;
  const body = headers.has('transfer-encoding') ? request.body : null;
  return new Request(request.url, { method, headers, signal, body, duplex: 'half' });
}
