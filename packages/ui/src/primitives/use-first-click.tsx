'use client';

import { type ComponentType, cloneElement, isValidElement, type ReactElement, useState } from 'react';

interface TriggerProps {
  readonly onClick?: () => void;
  readonly onPointerEnter?: () => void;
  readonly onFocus?: () => void;
  readonly 'aria-haspopup'?: 'menu' | 'dialog';
  readonly 'aria-expanded'?: boolean;
}

/**
 * What opens from a button is fetched when somebody comes near it, and takes over with the first click.
 * Until then a page carries the button alone.
 */
export const useFirstClick = <Props,>(load: () => Promise<ComponentType<Props>>) => {
  const [View, setView] = useState<ComponentType<Props> | null>(null);
  const prepare = (trigger: ReactElement, popup: 'menu' | 'dialog') => {
    if (!isValidElement<TriggerProps>(trigger)) return trigger;
    const fetchAhead = () => void load();
    return cloneElement(trigger, {
      onClick: () => void load().then((loaded) => setView(() => loaded)),
      onPointerEnter: fetchAhead,
      onFocus: fetchAhead,
      'aria-haspopup': popup,
      'aria-expanded': false,
    });
  };
  return { View, prepare };
};
