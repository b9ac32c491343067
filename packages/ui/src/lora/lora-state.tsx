'use client';

import { Ban, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { Badge } from '../primitives/badge.tsx';
import { Spinner } from '../primitives/spinner.tsx';
import { isEnded } from './lora.ts';

const looks = {
  pending: ['neutral', <CircleDashed key="icon" aria-hidden size={13} />],
  training: ['active', <Spinner key="icon" size={13} />],
  completed: ['good', <CircleCheck key="icon" aria-hidden size={13} />],
  failed: ['bad', <CircleX key="icon" aria-hidden size={13} />],
  cancelled: ['neutral', <Ban key="icon" aria-hidden size={13} />],
  stopping: ['warn', <Spinner key="icon" size={13} />],
} as const;

const stateOf = (lora: Lora): keyof typeof looks => {
  if (!isEnded(lora) && lora.cancel_requested_at !== null) return 'stopping';
  return lora.error_code === 'cancelled' ? 'cancelled' : lora.status;
};

/** Where a LoRA stands: a colour, a sign and a word. */
export function LoraState({ lora }: { readonly lora: Lora }) {
  const words = useWords('lora.states');
  const state = stateOf(lora);
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {words(state)}
    </Badge>
  );
}
