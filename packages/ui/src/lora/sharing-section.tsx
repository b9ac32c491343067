'use client';

import { useState } from 'react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import type { SharingAct } from './lora.ts';
import { SharingBadge } from './sharing-badge.tsx';
import { SharingIcon } from './sharing-icon.tsx';
import { useLoraActs } from './use-lora-acts.ts';
import { useSharingLines } from './use-sharing-lines.ts';

interface SharingSectionProps {
  readonly lora: Lora;
  /** What whoever looks can do about it; null for nothing. */
  readonly act: SharingAct | null;
}

/** Who sees a LoRA, what follows from changing that, and the one button that does. */
export function SharingSection({ lora, act }: SharingSectionProps) {
  const words = useWords('lora.sharing');
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
      {act && <SharingChange lora={lora} act={act} />}
    </section>
  );
}

function SharingChange({ lora, act }: { readonly lora: Lora; readonly act: SharingAct }) {
  const words = useWords('lora.sharing');
  const { share, withdraw } = useLoraActs();
  const [isAsking, setIsAsking] = useState(false);
  const change = async () => {
    setIsAsking(true);
    await (act === 'share' ? share(lora) : withdraw(lora));
    setIsAsking(false);
  };
  return (
    <>
      {useSharingLines(lora, act).map((line) => (
        <p key={line} className="text-muted text-sm">
          {line}
        </p>
      ))}
      <Button
        className="self-start"
        icon={<SharingIcon act={act} />}
        isLoading={isAsking}
        onClick={() => void change()}
      >
        {words(act)}
      </Button>
    </>
  );
}
