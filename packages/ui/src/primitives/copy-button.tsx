'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly isIconOnly?: boolean | undefined;
}

export function CopyButton({ text, label, isIconOnly = false }: CopyButtonProps) {
  const words = useWords('common');
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      // The page may not write to the clipboard: then it can be marked and copied by hand.
      () => window.prompt(label, text),
    );
  };
  const icon = isCopied ? (
    <Check aria-hidden size={15} className="text-good" />
  ) : (
    <Copy aria-hidden size={15} />
  );
  return (
    <>
      {isIconOnly ? (
        <IconButton size="small" label={label} icon={icon} onClick={copy} />
      ) : (
        <Button icon={icon} onClick={copy}>
          {label}
        </Button>
      )}
      <span aria-live="polite" className="sr-only">
        {isCopied && words('copied')}
      </span>
    </>
  );
}
