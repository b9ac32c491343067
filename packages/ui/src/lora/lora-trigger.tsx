'use client';

import { useWords } from '../messages/use-words.ts';
import { CopyButton } from '../primitives/copy-button.tsx';

/** The word that calls a LoRA, to be copied. */
export function LoraTrigger({ word }: { readonly word: string }) {
  const words = useWords('lora');
  return (
    <section aria-label={words('trigger')} className="border-accent border-l-3 bg-sunken py-2 pr-2 pl-3">
      <p className="text-muted text-xs">{words('trigger')}</p>
      <p className="flex items-center justify-between gap-2">
        <span className="min-w-0 truncate font-mono text-md">{word}</span>
        <CopyButton isIconOnly text={word} label={words('copyTrigger', { word })} />
      </p>
    </section>
  );
}
