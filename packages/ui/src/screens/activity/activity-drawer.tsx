'use client';

import { useWords } from '../../messages/use-words.ts';
import { Drawer } from '../../primitives/drawer.tsx';
import { ActivityPanel } from './activity-panel.tsx';

interface ActivityDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the tray stands for: everything that runs, and everything that is new. */
export function ActivityDrawer({ isOpen, onClose }: ActivityDrawerProps) {
  const words = useWords('activity');
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={words('title')}>
      <ActivityPanel onFollow={onClose} />
    </Drawer>
  );
}
