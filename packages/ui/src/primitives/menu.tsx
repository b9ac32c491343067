'use client';

import type { MenuProps } from './menu-view.tsx';
import { useFirstClick } from './use-first-click.tsx';

const loadView = () => import('./menu-view.tsx').then((module) => module.MenuView);

/** What can be done with the thing beside it. */
export function Menu(props: MenuProps) {
  const { View, prepare } = useFirstClick(loadView);
  return View ? <View {...props} /> : prepare(props.trigger, 'menu');
}
