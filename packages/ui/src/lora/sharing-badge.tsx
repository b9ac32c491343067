'use client';

import { Users } from 'lucide-react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { Badge } from '../primitives/badge.tsx';
import { Spinner } from '../primitives/spinner.tsx';
import { isBeingMoved } from './lora.ts';

/** That a LoRA is the brand's to paint with, or is about to be; nothing where it is private. */
export function SharingBadge({ lora }: { readonly lora: Pick<Lora, 'sharing'> }) {
  const words = useWords('lora.sharing');
  if (lora.sharing === null) return null;
  const icon = isBeingMoved(lora) ? <Spinner size={13} /> : <Users aria-hidden size={13} />;
  return (
    <Badge tone="active" icon={icon}>
      {words(lora.sharing)}
    </Badge>
  );
}
