import type { FramePlace } from '@act/ui/frame/places';
import { Bell, PawPrint, Settings, Wand } from 'lucide-react';

/** What stands in the rail; the words are this storefront's own. */
export const places: readonly FramePlace[] = [
  { name: 'home', href: '/', icon: <PawPrint aria-hidden />, under: ['/', '/twins'], isTab: true },
  { name: 'train', href: '/create', icon: <Wand aria-hidden />, isTab: true },
  { name: 'activity', href: '/activity', icon: <Bell aria-hidden />, isTab: true },
  { name: 'settings', href: '/settings', icon: <Settings aria-hidden /> },
];
