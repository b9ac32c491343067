import { loadAuthSettings } from '@act/auth';
import { PartsGallery } from '@act/ui/gallery/parts-gallery';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StorefrontTheme } from '../look/brand-theme.tsx';

export const metadata: Metadata = { title: 'Parts' };

/** Every part in every state, to be looked at; only where the storefront runs for its makers. */
export function PartsPage() {
  if (loadAuthSettings().demoPeople.length === 0) notFound();
  return (
    <main className="mx-auto w-full max-w-5xl px-5 py-8">
      <StorefrontTheme />
      <PartsGallery />
    </main>
  );
}
