'use client';

import { ChevronDown, Dices, X } from 'lucide-react';
import type { BrandModel } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { Field } from '../../primitives/field.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Input } from '../../primitives/input.tsx';
import { Segments } from '../../primitives/segments.tsx';
import { Select } from '../../primitives/select.tsx';
import { Slider } from '../../primitives/slider.tsx';
import { Textarea } from '../../primitives/textarea.tsx';
import { AspectChips, type AspectRatio } from './aspect-chips.tsx';
import { hasTrigger, toggleTrigger } from './prompt-words.ts';

export interface PromptWish {
  readonly modelId: string;
  readonly prompt: string;
  readonly count: 1 | 2 | 4;
  readonly aspectRatio: AspectRatio;
  readonly scale: number;
  readonly seed: number | null;
}

interface PromptFormProps {
  readonly wish: PromptWish;
  readonly models: readonly BrandModel[];
  readonly isSending: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (wish: PromptWish) => void;
  readonly onSend: () => void;
}

const counts = ['1', '2', '4'] as const;
const templates = ['photo', 'billboard', 'packshot', 'poster'] as const;

export function PromptForm({ wish, models, isSending, isDisabled, onChange, onSend }: PromptFormProps) {
  const words = useWords('generate');
  const model = models.find(({ modelId }) => modelId === wish.modelId);
  const trigger = model?.triggerWord ?? null;
  const change = (changes: Partial<PromptWish>) => onChange({ ...wish, ...changes });
  const isTriggered = hasTrigger(wish.prompt, trigger);
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <Field label={words('model')}>
        <Select
          value={wish.modelId}
          onChoose={(modelId) => change({ modelId })}
          options={models.map((one) => ({
            value: one.modelId,
            label: `${one.name} · v${one.version}${one.aliases.includes('live') ? ` · ${words('live')}` : ''}`,
          }))}
        />
      </Field>
      <div className="flex flex-col gap-2">
        <Field label={words('prompt')} aside={`${wish.prompt.length} / 4000`}>
          <Textarea
            value={wish.prompt}
            rows={5}
            maxLength={4000}
            placeholder={words('promptEmpty')}
            onChange={(event) => change({ prompt: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
              event.preventDefault();
              onSend();
            }}
          />
        </Field>
        <div className="-m-1 flex items-center gap-1.5 overflow-x-auto p-1 [scrollbar-width:none]">
          <Button
            size="small"
            variant={isTriggered ? 'secondary' : 'quiet'}
            aria-pressed={isTriggered}
            icon={isTriggered ? <X aria-hidden size={13} /> : undefined}
            onClick={() => change({ prompt: toggleTrigger(wish.prompt, trigger) })}
          >
            {isTriggered ? (trigger ?? '[brand]') : words('addTrigger')}
          </Button>
          {templates.map((template) => (
            <Button
              key={template}
              size="small"
              variant="quiet"
              onClick={() => change({ prompt: words(`templates.${template}.text`) })}
            >
              {words(`templates.${template}.word`)}
            </Button>
          ))}
        </div>
      </div>
      <AspectChips value={wish.aspectRatio} onChoose={(aspectRatio) => change({ aspectRatio })} />
      <div className="flex items-center justify-between gap-4">
        <span className="font-medium text-sm">{words('count')}</span>
        <Segments
          label={words('count')}
          value={counts.find((count) => Number(count) === wish.count) ?? '4'}
          segments={counts.map((count) => ({ value: count, label: count }))}
          onChoose={(count) => change({ count: count === '1' ? 1 : count === '2' ? 2 : 4 })}
        />
      </div>
      <details className="group border-line border-t pt-3">
        <summary className="flex min-h-8 list-none items-center justify-between rounded-sm font-medium text-sm">
          {words('more')}
          <ChevronDown
            aria-hidden
            size={16}
            className="text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="flex flex-col gap-5 pt-3">
          <Slider
            label={words('strength')}
            hint={words('strengthLine')}
            value={wish.scale}
            minimum={0}
            maximum={2}
            step={0.05}
            format={(value) => value.toFixed(2)}
            onSlide={(scale) => change({ scale })}
          />
          <Field label={words('seed')} hint={words('seedLine')}>
            <span className="flex gap-1.5">
              <Input
                inputMode="numeric"
                aria-label={words('seed')}
                placeholder={words('seedAny')}
                value={wish.seed ?? ''}
                onChange={(event) => change({ seed: toSeed(event.target.value) })}
              />
              <IconButton
                label={words('seedAny')}
                icon={<Dices size={18} />}
                onClick={() => change({ seed: null })}
              />
            </span>
          </Field>
        </div>
      </details>
      <Button
        type="submit"
        variant="primary"
        isLoading={isSending}
        aria-disabled={isDisabled || wish.prompt.trim() === ''}
        aria-keyshortcuts="Meta+Enter Control+Enter"
        cost={<kbd className="font-sans">⌘↵</kbd>}
      >
        {words('make', { count: wish.count })}
      </Button>
    </form>
  );
}

const toSeed = (text: string) => {
  const digits = text.replace(/\D/g, '').slice(0, 10);
  return digits === '' ? null : Math.min(2 ** 31 - 1, Number(digits));
};
