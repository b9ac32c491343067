/**
 * Counts exactly where an estimate was asked for. The planner's estimate knows nothing of policies: it would tell a
 * stranger how many rows another brand has, and whether a value is among them.
 */
export function withExactCount(request: Request): Request {
  const prefer = request.headers.get('prefer');
  if (!prefer || !/count\s*=\s*(planned|estimated)/i.test(prefer)) return request;
  const exact = new Request(request);
  exact.headers.set('prefer', prefer.replace(/count\s*=\s*(planned|estimated)/gi, 'count=exact'));
  return exact;
}
