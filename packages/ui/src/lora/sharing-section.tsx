'use client';

import { useState } from 'react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { LazySharingQuestion } from './lazy-sharing-question.ts';
import type { SharingAct } from './lora.ts';
import { SharingBadge } from './sharing-badge.tsx';
import { SharingIcon } from './sharing-icon.tsx';

interface SharingSectionProps {
  readonly lora: Lora;
  /** What whoever looks can do about it; null for nothing. */
  readonly act: SharingAct | null;
}

/** Who sees a LoRA, and the one button that changes it; what follows is asked before. */
export function SharingSection({ lora, act }: SharingSectionProps) {
  const words = useWords('lora.sharing');
  const [isAsked, setIsAsked] = useState(false);
  if (lora.sharing === null && act === null) return null;
  return (
    <section aria-labelledby="lora-sharing" className="flex flex-col gap-2 border-line border-t pt-3">
      <div className="flex items-center justify-between gap-2">
        <h3 id="lora-sharing" className="font-semibold">
          {words('title')}
        </h3>
        <SharingBadge lora={lora} />
      </div>
      <p role="status" className="text-muted text-sm">
        {words(`lines.${lora.sharing ?? 'private'}`)}
      </p>
      {act && (
        <Button className="self-start" icon={<SharingIcon act={act} />} onClick={() => setIsAsked(true)}>
          {words(act)}
        </Button>
      )}
      {act && isAsked && <LazySharingQuestion lora={lora} act={act} onClose={() => setIsAsked(false)} />}
    </section>
  );
}
