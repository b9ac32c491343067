'use client';

import { ArrowUpRight } from 'lucide-react';
import { useState } from 'react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { ButtonLink } from '../primitives/button-link.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { RelativeTime } from '../primitives/relative-time.tsx';
import { FactList } from '../screens/job/fact-list.tsx';
import { useStudio } from '../screens/studio.tsx';
import { LazySharingQuestion } from './lazy-sharing-question.ts';
import type { SharingAct } from './lora.ts';
import { LoraCover } from './lora-cover.tsx';
import { loraPaths } from './lora-paths.ts';
import { LoraTrigger } from './lora-trigger.tsx';
import { SharingBadge } from './sharing-badge.tsx';
import { SharingIcon } from './sharing-icon.tsx';
import type { CoverPicture } from './use-covers.ts';

interface SharedDialogProps {
  readonly lora: Lora;
  /** What whoever looks can do about who sees it; null for nothing. */
  readonly sharingAct: SharingAct | null;
  readonly cover: readonly CoverPicture[];
  readonly onClose: () => void;
}

/** Somebody else's LoRA: what it shows, what it is called by, and nothing of how it was trained. */
export function SharedDialog({ lora, sharingAct, cover, onClose }: SharedDialogProps) {
  const [words, kinds, bases] = [useWords('lora'), useWords('kinds'), useWords('bases')];
  const { brand } = useStudio();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={lora.name}
      description={lora.description ?? undefined}
      actions={
        brand.role !== 'viewer' && (
          <>
            {sharingAct && (
              <Button
                variant="quiet"
                className="mr-auto"
                icon={<SharingIcon act={sharingAct} />}
                onClick={() => setIsAsked(true)}
              >
                {words(`sharing.${sharingAct}`)}
              </Button>
            )}
            <ButtonLink href={loraPaths.paintWith(lora.id)} variant="primary">
              {words('use')}
              <ArrowUpRight aria-hidden size={15} />
            </ButtonLink>
          </>
        )
      }
    >
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-3">
          <LoraCover pictures={cover} word={lora.trigger_word ?? lora.name} />
          <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
            <SharingBadge lora={lora} />
            {words('sharing.byColleague')}
          </p>
          <p className="text-muted text-sm">{words('sharing.lines.others')}</p>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {lora.trigger_word && <LoraTrigger word={lora.trigger_word} />}
          <FactList
            facts={[
              [words('detail.kind'), kinds(`${lora.type}.word`)],
              [words('detail.base'), bases(lora.model_type)],
              [
                words('sharing.since'),
                lora.shared_at === null ? null : <RelativeTime key="since" at={lora.shared_at} />,
              ],
            ]}
          />
        </div>
      </div>
      {isAsked && sharingAct && (
        <LazySharingQuestion
          lora={lora}
          act={sharingAct}
          onClose={() => setIsAsked(false)}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}
