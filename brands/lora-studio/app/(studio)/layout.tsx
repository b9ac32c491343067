import { StudioLayout } from '@act/storefront/pages/studio-layout';
import type { FramePlace } from '@act/ui/frame/places';
import { MastheadFrame } from '@act/ui/lora/masthead-frame';
import { GalleryHorizontalEnd, Layers, PenLine, Settings, SquareActivity } from 'lucide-react';

const places: readonly FramePlace[] = [
  { name: 'home', href: '/', icon: <PenLine aria-hidden />, isTab: true, isExact: true },
  { name: 'lora', href: '/lora', icon: <Layers aria-hidden />, isTab: true },
  { name: 'gallery', href: '/generate/gallery', icon: <GalleryHorizontalEnd aria-hidden />, isTab: true },
  { name: 'activity', href: '/activity', icon: <SquareActivity aria-hidden /> },
  { name: 'settings', href: '/settings', icon: <Settings aria-hidden /> },
];

export default function Layout({ children }: LayoutProps<'/'>) {
  return (
    <StudioLayout places={places} frame={MastheadFrame}>
      {children}
    </StudioLayout>
  );
}
