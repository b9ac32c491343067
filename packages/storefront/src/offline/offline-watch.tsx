'use client';

import { useEffect } from 'react';

/** Lets the browser keep the offline page. */
export function OfflineWatch() {
  useEffect(() => {
    // Without it everything works but that page: a browser may forbid it.
    navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined);
  }, []);
  return null;
}
