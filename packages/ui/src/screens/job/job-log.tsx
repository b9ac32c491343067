'use client';

import { useEffect, useRef } from 'react';
import { useWords } from '../../messages/use-words.ts';

/** What the trainer writes. It follows the end only for whoever is at the end. */
export function JobLog({ lines }: { readonly lines: readonly string[] }) {
  const words = useWords('job');
  const pane = useRef<HTMLPreElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    if (lines.length > 0 && isAtEnd.current && pane.current)
      pane.current.scrollTop = pane.current.scrollHeight;
  }, [lines]);
  return (
    <pre
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is to be reached by keyboard.
      tabIndex={0}
      role="log"
      aria-label={words('log')}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 24;
      }}
      className="max-h-72 overflow-auto rounded-lg border border-line bg-sunken p-3 font-mono text-xs"
    >
      {lines.join('\n')}
    </pre>
  );
}
