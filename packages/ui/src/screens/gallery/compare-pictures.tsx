'use client';

import dynamic from 'next/dynamic';
import type { ComparePicturesProps } from './compare-view.tsx';

const CompareView = dynamic(() => import('./compare-view.tsx').then((module) => module.CompareView), {
  ssr: false,
});

/** Two pictures against each other, over the whole page; loaded when somebody first compares. */
export function ComparePictures(props: ComparePicturesProps & { readonly isOpen: boolean }) {
  return props.isOpen ? <CompareView {...props} /> : null;
}
