import type { Fault } from '../../faults/fault-board.ts';
import { problems } from './api-problem.ts';

/** Replicate's answer with a status that a fault asks for; the gateways before it speak HTML. */
export function refuseWithStatus({ status = 500, body }: Fault): Response {
  if (typeof body === 'string')
    return new Response(body, { status, headers: { 'content-type': 'text/html' } });
  if (body !== undefined) return Response.json(body, { status });
  switch (status) {
    case 401:
      return problems.unauthenticated().toResponse();
    case 402:
      return problems.insufficientCredit().toResponse();
    case 404:
      return problems.notFound().toResponse();
    case 409:
      return problems.modelExists().toResponse();
    case 413:
      return problems.fileTooLarge().toResponse();
    case 422:
      return problems.versionInvalid().toResponse();
    case 429:
      return problems.throttled(1, 'this simulated account').toResponse();
    case 502:
    case 503:
    case 504:
      return new Response(`<html><head><title>${status}</title></head><body>upstream</body></html>`, {
        status,
        headers: { 'content-type': 'text/html' },
      });
    default:
      return Response.json({ detail: 'Internal server error', status }, { status });
  }
}
