'use client';

import { ArrowDownToLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { CopyButton } from '../../primitives/copy-button.tsx';

interface JobLogProps {
  readonly lines: readonly string[];
  /** Nothing more is going to come. */
  readonly isOver: boolean;
}

const nearPixels = 24;

/** What the trainer writes. It follows the end only for whoever is at the end. */
export function JobLog({ lines, isOver }: JobLogProps) {
  const words = useWords('job');
  const pane = useRef<HTMLPreElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const goToEnd = () => {
    if (pane.current) pane.current.scrollTop = pane.current.scrollHeight;
  };
  useEffect(() => {
    if (lines.length > 0 && isAtEnd) goToEnd();
  }, [lines, isAtEnd]);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex min-h-control items-center gap-2">
        <span className="figures flex-1 text-muted text-sm">{words('lines', { count: lines.length })}</span>
        {!isAtEnd && (
          <Button variant="quiet" icon={<ArrowDownToLine aria-hidden size={15} />} onClick={goToEnd}>
            {words('toEnd')}
          </Button>
        )}
        {lines.length > 0 && <CopyButton text={lines.join('\n')} label={words('copyLog')} />}
      </div>
      <pre
        ref={pane}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is to be reached by keyboard.
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={words('tabs.log')}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) =>
          setIsAtEnd(scrollHeight - scrollTop - clientHeight < nearPixels)
        }
        className={classNames(
          'overflow-auto overscroll-contain rounded-lg border border-line bg-sunken p-4 font-mono text-xs leading-5',
          // While lines come, the pane stays as high as it is.
          isOver ? 'max-h-[min(60vh,560px)] min-h-24' : 'h-[min(60vh,560px)]',
        )}
      >
        {lines.length > 0 ? (
          lines.join('\n')
        ) : (
          <span className="font-sans text-muted text-sm">{words(isOver ? 'logNone' : 'logLater')}</span>
        )}
      </pre>
    </div>
  );
}
