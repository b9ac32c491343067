'use client';

import { ArrowUpRight, Undo2 } from 'lucide-react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { ButtonLink } from '../primitives/button-link.tsx';
import { ProgressBar } from '../primitives/progress-bar.tsx';
import { RelativeTime } from '../primitives/relative-time.tsx';
import { isEnded, isReady, type SharingAct } from './lora.ts';
import { LoraCover } from './lora-cover.tsx';
import { LoraMenu } from './lora-menu.tsx';
import { loraPaths } from './lora-paths.ts';
import { LoraState } from './lora-state.tsx';
import { SharingBadge } from './sharing-badge.tsx';
import type { CoverPicture } from './use-covers.ts';

interface LoraCardProps {
  readonly lora: Lora;
  readonly cover: readonly CoverPicture[];
  readonly canChange: boolean;
  /** What whoever looks can do about who sees it; null for nothing. */
  readonly sharingAct: SharingAct | null;
  readonly onOpen: () => void;
  readonly onRestore: () => void;
}

/** One LoRA among others: its cover, what it is called, and the one thing to do with it. */
export function LoraCard(props: LoraCardProps) {
  const { lora, cover, canChange, sharingAct, onOpen, onRestore } = props;
  const [words, kinds, bases] = [useWords('lora'), useWords('kinds'), useWords('bases')];
  const isDeleted = lora.deleted_at !== null;
  return (
    <article className="group -mt-px -ml-px relative flex min-w-0 flex-col border border-line bg-raised">
      <LoraCover pictures={cover} word={lora.trigger_word ?? lora.name} />
      <div className="flex flex-1 flex-col gap-2 border-line border-t p-3.5">
        <p className="flex items-center justify-between gap-2 text-muted text-xs">
          <span className="min-w-0 truncate">
            {kinds(`${lora.type}.word`)} · {bases(lora.model_type)}
          </span>
          {lora.sharing === null ? <LoraState lora={lora} /> : <SharingBadge lora={lora} />}
        </p>
        <h2 className="font-display font-semibold text-lg leading-6">
          {isDeleted ? (
            <span className="line-clamp-2 wrap-anywhere">{lora.name}</span>
          ) : (
            <button
              type="button"
              aria-label={words('open', { name: lora.name })}
              onClick={onOpen}
              className="line-clamp-2 wrap-anywhere text-left after:absolute after:inset-0 group-hover:text-accent-ink"
            >
              {lora.name}
            </button>
          )}
        </h2>
        {lora.is_others && <p className="text-muted text-xs">{words('sharing.byColleague')}</p>}
        {lora.description && <p className="line-clamp-2 text-muted text-sm">{lora.description}</p>}
        {!isEnded(lora) && (
          <ProgressBar label={words('progressOf', { name: lora.name })} isLabelHidden value={lora.progress} />
        )}
        <div className="mt-auto flex min-h-8 items-center justify-between gap-2 pt-1 text-xs">
          <span className="min-w-0 truncate font-mono text-muted">{lora.trigger_word}</span>
          {isDeleted ? (
            canChange && (
              <Button size="small" icon={<Undo2 aria-hidden size={14} />} onClick={onRestore}>
                {words('restore')}
              </Button>
            )
          ) : isReady(lora) ? (
            (sharingAct || canChange) && (
              <span className="flex shrink-0 items-center gap-1">
                {sharingAct && <LoraMenu lora={lora} act={sharingAct} />}
                {canChange && (
                  <ButtonLink
                    href={loraPaths.paintWith(lora.id)}
                    size="small"
                    variant="primary"
                    className="relative z-10"
                  >
                    {words('use')}
                    <ArrowUpRight aria-hidden size={14} />
                  </ButtonLink>
                )}
              </span>
            )
          ) : (
            <span className="shrink-0 text-muted">
              <RelativeTime at={lora.created_at} />
            </span>
          )}
        </div>
        {isDeleted && (
          <p className="text-muted text-xs">
            {words('deletedAt')} <RelativeTime at={lora.deleted_at ?? lora.updated_at} />
          </p>
        )}
      </div>
    </article>
  );
}
