// Kept by a browser for this storefront. It shows notices, and the offline page where a page cannot be had. It keeps that one
// page and nothing else: whatever a person sees in the studio is theirs, and must not outlive their session in a cache.
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

// A notice from the engine: a title without names and a link, for a lock screen is everybody's to read.
self.addEventListener('push', (event) => {
  const { title, link, tag } = event.data?.json() ?? {};
  if (title)
    event.waitUntil(self.registration.showNotification(title, { tag, data: { link }, icon: '/icon.svg' }));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { link } = event.notification.data ?? {};
  if (link && new URL(link).origin === self.location.origin) event.waitUntil(openPage(link));
});

/** The page where it is open already, or a new one. */
async function openPage(link) {
  const pages = await self.clients.matchAll({ type: 'window' });
  const open = pages.find(({ url }) => url === link);
  await (open ? open.focus() : self.clients.openWindow(link));
}
