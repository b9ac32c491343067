/// <reference path="../raw-files.d.ts" />
import serviceWorker from '../offline/service-worker.js?raw';

/** What a browser keeps running for this storefront while none of its pages is open. */
export const GET = (): Response =>
  new Response(serviceWorker, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
