'use client';

import dynamic from 'next/dynamic';
import type { LightboxProps } from './lightbox-view.tsx';

const LightboxView = dynamic(() => import('./lightbox-view.tsx').then((module) => module.LightboxView), {
  ssr: false,
});

/** Pictures one by one, over the whole page; loaded when the first one is opened. */
export function Lightbox(props: LightboxProps) {
  return props.index === null ? null : <LightboxView {...props} />;
}
