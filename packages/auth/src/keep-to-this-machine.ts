import type { RequestListener } from 'node:http';

/**
 * Answers only those who call this machine by its own name. Where anybody at it may sign in with one click, a foreign site
 * that points its own name here would be let in by the address alone.
 */
export const keepToThisMachine =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    if (isThisMachine(request.headers.host)) return answer(request, response);
    response.writeHead(403, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return response.end('Open this page as http://127.0.0.1 or http://localhost.\n');
  };

const isThisMachine = (host = '') => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);
