'use client';

import { loadLate } from './load-late.tsx';
import { useIsHydrated } from './use-is-hydrated.ts';

const ToasterView = loadLate(() => import('./toaster-view.tsx').then((module) => module.ToasterView));

/** Where passing notes appear; it comes after the page. */
export function Toaster() {
  return useIsHydrated() && <ToasterView />;
}
