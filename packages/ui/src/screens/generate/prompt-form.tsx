'use client';

import { ChevronDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import type { BrandModel, Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { usePrice } from '../../primitives/price.tsx';
import { Segments } from '../../primitives/segments.tsx';
import { AspectChips } from './aspect-chips.tsx';
import { ModelPicker } from './model-picker.tsx';
import { PromptField } from './prompt-field.tsx';
import { type PromptWish, pictureCounts } from './prompt-wish.ts';
import { howKnown, type PictureQuote } from './use-picture-quote.ts';

const MoreSettings = dynamic(() => import('./more-settings.tsx').then((module) => module.MoreSettings));

interface PromptFormProps {
  readonly wish: PromptWish;
  readonly models: readonly BrandModel[];
  readonly made: readonly Generation[];
  readonly lastSeed: number | null;
  /** What they are expected to cost. */
  readonly quote: PictureQuote;
  readonly isSending: boolean;
  readonly isDisabled: boolean;
  /** Over the prompt, in place of templates. */
  readonly ideas?: ReactNode;
  readonly onChange: (wish: PromptWish) => void;
  readonly onReuse: (made: Generation) => void;
  readonly onSend: () => void;
}

export function PromptForm(props: PromptFormProps) {
  const { wish, models, made, quote, isSending, isDisabled, ideas, onChange, onSend } = props;
  const [words, price] = [useWords('generate'), usePrice()];
  const [isMoreOpen, setIsMoreOpen] = useState(false);
  const model = models.find(({ modelId }) => modelId === wish.modelId);
  const change = (changes: Partial<PromptWish>) => onChange({ ...wish, ...changes });
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <ModelPicker
        models={models}
        modelId={wish.modelId}
        // Another base knows other settings, and goes with other models.
        onChoose={(modelId) => change({ modelId, secondModelId: null })}
      />
      {ideas}
      <PromptField
        prompt={wish.prompt}
        hasTemplates={ideas === undefined}
        trigger={model?.triggerWord}
        made={made}
        onChange={(prompt) => change({ prompt })}
        onReuse={props.onReuse}
      />
      <AspectChips value={wish.aspectRatio} onChoose={(aspectRatio) => change({ aspectRatio })} />
      <div className="flex items-center justify-between gap-4">
        <span aria-hidden className="font-medium text-sm">
          {words('count')}
        </span>
        <Segments
          label={words('count')}
          value={String(wish.count)}
          segments={pictureCounts.map((count) => ({ value: String(count), label: String(count) }))}
          onChoose={(chosen) =>
            change({ count: pictureCounts.find((count) => String(count) === chosen) ?? wish.count })
          }
        />
      </div>
      <details
        className="group border-line border-t pt-2"
        onToggle={(event) => setIsMoreOpen(event.currentTarget.open)}
      >
        <summary className="flex min-h-9 list-none items-center justify-between rounded-sm font-medium text-sm">
          {words('more')}
          <ChevronDown
            aria-hidden
            size={16}
            className="text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="pt-3">
          {isMoreOpen && (
            <MoreSettings wish={wish} models={models} lastSeed={props.lastSeed} onChange={change} />
          )}
        </div>
      </details>
      <div className="sticky bottom-[calc(env(safe-area-inset-bottom)+64px)] flex flex-col gap-1.5 bg-surface py-2 lg:bottom-0">
        <Button
          type="submit"
          variant="primary"
          // The second half of a double click would pay again.
          onClick={(event) => event.detail > 1 && event.preventDefault()}
          isLoading={isSending}
          aria-disabled={isDisabled || wish.prompt.trim() === ''}
          aria-keyshortcuts="Meta+Enter Control+Enter"
          cost={quote.data ? `≈ ${price(quote.data.estimatedCostUsd)}` : undefined}
        >
          {words('make', { count: wish.count })}
        </Button>
        <p className="flex justify-between gap-3 text-muted text-xs">
          <span>{words(`cost.${howKnown(quote)}`)}</span>
          <kbd className="whitespace-nowrap font-sans pointer-coarse:hidden">Ctrl + Enter</kbd>
        </p>
      </div>
    </form>
  );
}
