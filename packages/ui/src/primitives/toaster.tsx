'use client';

import dynamic from 'next/dynamic';

const ToasterView = dynamic(() => import('./toaster-view.tsx').then((module) => module.ToasterView), {
  ssr: false,
});

/** Where passing notes appear; it comes after the page. */
export function Toaster() {
  return <ToasterView />;
}
