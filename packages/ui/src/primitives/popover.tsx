'use client';

import type { PopoverProps } from './popover-view.tsx';
import { useFirstClick } from './use-first-click.tsx';

const loadView = () => import('./popover-view.tsx').then((module) => module.PopoverView);

/** Opens on a click, not on hover, so that it works under a thumb as well. */
export function Popover(props: PopoverProps) {
  const { View, prepare } = useFirstClick(loadView);
  return View ? <View {...props} /> : prepare(props.trigger, 'dialog');
}
