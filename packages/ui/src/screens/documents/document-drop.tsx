'use client';

import { FileUp } from 'lucide-react';
import { useLocale } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { formatBytes } from '../../format/bytes.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { FileField } from '../../primitives/file-field.tsx';
import { notify } from '../../primitives/notify.ts';
import { acceptedDocuments, refuseDocument, toldBytes } from './document-types.ts';

interface DocumentDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** Small while there are documents already. */
  readonly isSlim: boolean;
  /** The page, all of which takes what is dropped. */
  readonly children: ReactNode;
}

/** The whole page takes documents; the field says which. */
export function DocumentDrop({ onFiles, isSlim, children }: DocumentDropProps) {
  const [words, language] = [useWords('documents'), useLocale()];
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const limit = formatBytes(language, toldBytes);
  const take = (files: readonly File[]) => {
    const accepted = files.filter((file) => refuseDocument(file) === null);
    const refused = files.filter((file) => refuseDocument(file) !== null);
    if (accepted.length > 0) onFiles(accepted);
    for (const file of refused.slice(0, 3)) {
      const reason = refuseDocument(file) ?? 'type';
      notify('error', words('refused', { name: file.name }), {
        description: words(`reasons.${reason}`, { limit }),
      });
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way among two; the button is the other.
    <div
      className="flex flex-1 flex-col gap-6"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(toNode(event.relatedTarget)) && setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
      <div
        className={classNames(
          'flex flex-wrap items-center justify-center gap-x-5 gap-y-3 rounded-lg border border-dashed px-6 text-center transition-colors duration-100',
          isSlim ? 'py-4' : 'flex-col py-14',
          isOver ? 'border-accent-ink bg-accent-soft' : 'border-edge/60',
        )}
      >
        {!isSlim && <FileUp aria-hidden size={30} strokeWidth={1.25} className="text-muted" />}
        <p className={isSlim ? 'sm:text-left' : undefined}>
          <span className="font-medium">{words(isSlim ? 'drop' : 'empty')}</span>
          <span className="block max-w-[60ch] text-muted text-sm">
            {!isSlim && `${words('emptyLine')} `}
            {words('takes', { limit })}
          </span>
        </p>
        <Button variant={isSlim ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
          {words('add')}
        </Button>
        <FileField ref={input} label={words('add')} accept={acceptedDocuments} onFiles={take} />
      </div>
      {children}
    </div>
  );
}

const toNode = (target: EventTarget | null) => (target instanceof Node ? target : null);
