import type { FramePlace } from '@act/ui/frame/places';
import { Aperture, Bell, Camera, Images, Settings, UserRound } from 'lucide-react';

/** What stands at the thumb; the words are this storefront's own. */
export const places: readonly FramePlace[] = [
  { name: 'generate', href: '/studio', icon: <Aperture aria-hidden />, isTab: true },
  { name: 'gallery', href: '/generate/gallery', icon: <Images aria-hidden />, isTab: true },
  { name: 'train', href: '/training', icon: <Camera aria-hidden />, isTab: true },
  { name: 'models', href: '/models', icon: <UserRound aria-hidden />, isTab: true },
  { name: 'activity', href: '/activity', icon: <Bell aria-hidden /> },
  { name: 'settings', href: '/settings', icon: <Settings aria-hidden /> },
];
