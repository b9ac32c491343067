'use client';

import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { AlertDialog } from '../primitives/alert-dialog.tsx';
import type { SharingAct } from './lora.ts';
import { useLoraActs } from './use-lora-acts.ts';
import { useSharingLines } from './use-sharing-lines.ts';

interface SharingQuestionProps {
  readonly lora: Lora;
  readonly act: SharingAct;
  readonly onClose: () => void;
  /** It is under way. */
  readonly onDone?: (() => void) | undefined;
}

/** Asked before others see a LoRA, or do so no more. */
export function SharingQuestion({ lora, act, onClose, onDone }: SharingQuestionProps) {
  const words = useWords('lora.sharing');
  const { share, withdraw } = useLoraActs();
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={words(`${act}Title`, { name: lora.name })}
      consequences={useSharingLines(lora, act)}
      confirmLabel={words(act)}
      onConfirm={async () => {
        if (await (act === 'share' ? share(lora) : withdraw(lora))) onDone?.();
      }}
    />
  );
}
