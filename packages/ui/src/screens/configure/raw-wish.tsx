'use client';

import type { TrainingWish } from '../../api/wishes.ts';
import { useWords } from '../../messages/use-words.ts';
import { CopyButton } from '../../primitives/copy-button.tsx';

/** What goes out when the button is pressed, to the letter. */
export function RawWish({ wish }: { readonly wish: TrainingWish }) {
  const words = useWords('configure');
  const text = JSON.stringify(wish, null, 2);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[62ch] text-muted text-sm">{words('rawLine')}</p>
        <CopyButton text={text} label={words('copyRaw')} />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is to be reached by keyboard.
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-lg border border-line bg-sunken p-4 font-mono text-xs"
      >
        <span className="text-muted">POST /api/training/start{'\n\n'}</span>
        {text}
      </pre>
    </div>
  );
}
