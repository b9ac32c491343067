'use client';

import type { ComponentProps, MouseEvent } from 'react';
import { useWords } from '../messages/use-words.ts';
import { notify } from '../primitives/notify.ts';
import { useStudio } from './studio.tsx';
import { useRefusalWords } from './use-refusal-words.ts';

interface DownloadLinkProps extends Omit<ComponentProps<'a'>, 'onClick' | 'download'> {
  readonly href: string;
}

/** Leads to a file of the interface; where that is refused it says why, in place of a file that cannot be opened. */
export function DownloadLink({ href, ...rest }: DownloadLinkProps) {
  const words = useWords('common');
  const { api } = useStudio();
  const describe = useRefusalWords();
  const follow = async (event: MouseEvent<HTMLAnchorElement>) => {
    // Into another tab: then the browser shows what it gets.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await api.checkFile(href);
    } catch (error) {
      notify('error', words('notDownloaded'), { description: describe(error) });
      return;
    }
    const link = document.createElement('a');
    link.href = href;
    link.download = '';
    link.click();
  };
  return <a {...rest} href={href} download onClick={(event) => void follow(event)} />;
}
