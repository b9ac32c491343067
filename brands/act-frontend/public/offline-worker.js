// Shows the offline page where a page cannot be had. It keeps that one page and nothing else: whatever a person sees in
// the studio is theirs, and must not outlive their session in a cache.
const cacheName = 'offline';
const offlinePath = '/offline';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(cacheName).then((cache) => cache.add(new Request(offlinePath, { cache: 'reload' }))),
  );
  self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(fetch(event.request).catch(() => caches.match(offlinePath)));
});
