import type { Fault } from '../faults/fault-board.ts';
import { ApiProblem, problems } from './api-problem.ts';

const known: Record<number, () => ApiProblem> = {
  401: problems.unauthorized,
  404: problems.notFound,
  413: problems.tooLarge,
  429: problems.throttled,
};

/** RunPod's answer with a status that a fault asks for; the gateways before it speak HTML. */
export function refuseWithStatus({ status = 500, body }: Fault): Response {
  const html = { status, headers: { 'content-type': 'text/html' } };
  if (typeof body === 'string') return new Response(body, html);
  if (body !== undefined) return Response.json(body, { status });
  if ([502, 503, 504].includes(status)) return new Response(`<html><body>${status}</body></html>`, html);
  return (known[status]?.() ?? new ApiProblem(status, 'the request was refused')).toResponse();
}
