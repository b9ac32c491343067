'use client';

import { Lock, Users } from 'lucide-react';
import { useState } from 'react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { isShareable, isWishedShared } from './lora.ts';
import { SharingBadge } from './sharing-badge.tsx';
import { useLoraActs } from './use-lora-acts.ts';

interface SharingSectionProps {
  readonly lora: Lora;
  /** Whether the brand shares, and who looks may. */
  readonly canShare: boolean;
}

/** Who sees a LoRA, what follows from changing that, and the one button that does. */
export function SharingSection({ lora, canShare }: SharingSectionProps) {
  const words = useWords('lora.sharing');
  const { share, withdraw } = useLoraActs();
  const [isAsking, setIsAsking] = useState(false);
  const isShared = isWishedShared(lora);
  const change = async () => {
    setIsAsking(true);
    await (isShared ? withdraw(lora) : share(lora));
    setIsAsking(false);
  };
  if (lora.sharing === null && !(canShare && isShareable(lora))) return null;
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
      {canShare && (
        <>
          <p className="text-muted text-sm">{words(isShared ? 'withdrawLine' : 'shareLine')}</p>
          <Button
            className="self-start"
            icon={isShared ? <Lock aria-hidden size={15} /> : <Users aria-hidden size={15} />}
            isLoading={isAsking}
            onClick={() => void change()}
          >
            {words(isShared ? 'withdraw' : 'share')}
          </Button>
        </>
      )}
    </section>
  );
}
