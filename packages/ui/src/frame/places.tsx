import {
  Boxes,
  FileText,
  GalleryHorizontalEnd,
  House,
  Images,
  ListChecks,
  Settings,
  Sparkles,
  SquareActivity,
} from 'lucide-react';
import type { ReactNode } from 'react';

/** The places of the studio; their words stand in the messages under `frame.places`. */
export type PlaceName =
  | 'home'
  | 'datasets'
  | 'train'
  | 'lora'
  | 'models'
  | 'generate'
  | 'gallery'
  | 'documents'
  | 'activity'
  | 'settings';

export interface FramePlace {
  readonly name: PlaceName;
  readonly href: string;
  readonly icon: ReactNode;
  /** Pages beneath it belong to other places. */
  readonly isExact?: boolean | undefined;
  /** Addresses that belong to it, where its own is not enough. */
  readonly under?: readonly string[] | undefined;
  /** On a phone, a tab at the bottom; the others stand behind `More`. */
  readonly isTab?: boolean | undefined;
  /** At its right: how much is new there. */
  readonly badge?: ReactNode;
}

/** Where everything lies; a storefront may lay it elsewhere, or leave places out. */
export const studioPlaces: readonly FramePlace[] = [
  { name: 'home', href: '/training', icon: <House aria-hidden />, isTab: true, isExact: true },
  { name: 'datasets', href: '/training/upload', icon: <Images aria-hidden />, isTab: true },
  {
    name: 'train',
    href: '/training/jobs',
    icon: <ListChecks aria-hidden />,
    under: ['/training/jobs', '/training/monitor', '/training/configure'],
    isTab: true,
  },
  { name: 'models', href: '/models', icon: <Boxes aria-hidden /> },
  { name: 'generate', href: '/generate/new', icon: <Sparkles aria-hidden />, isTab: true },
  { name: 'gallery', href: '/generate/gallery', icon: <GalleryHorizontalEnd aria-hidden /> },
  { name: 'documents', href: '/documents', icon: <FileText aria-hidden /> },
  { name: 'activity', href: '/activity', icon: <SquareActivity aria-hidden /> },
  { name: 'settings', href: '/settings', icon: <Settings aria-hidden /> },
];
