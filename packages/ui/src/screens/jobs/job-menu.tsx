'use client';

import { Ellipsis } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { useFirstClick } from '../../primitives/use-first-click.tsx';
import type { JobMenuViewProps } from './job-menu-view.tsx';

const loadView = () => import('./job-menu-view.tsx').then((module) => module.JobMenuView);

/** What can be done with one training. */
export function JobMenu(props: Omit<JobMenuViewProps, 'trigger'>) {
  const words = useWords('jobs');
  const { View, prepare } = useFirstClick(loadView);
  const trigger = (
    <IconButton
      size="small"
      label={words('actsOf', { name: props.job.name })}
      icon={<Ellipsis aria-hidden size={17} />}
    />
  );
  return View ? <View {...props} trigger={trigger} /> : prepare(trigger, 'menu');
}
