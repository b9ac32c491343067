'use client';

import { History, LayoutTemplate, Plus, X } from 'lucide-react';
import type { Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { Field } from '../../primitives/field.tsx';
import { Menu } from '../../primitives/menu.tsx';
import { Textarea } from '../../primitives/textarea.tsx';
import { hasTrigger, toggleTrigger } from './prompt-words.ts';
import { recentPrompts } from './recent-prompts.ts';

interface PromptFieldProps {
  readonly prompt: string;
  /** What calls the subject of the model; null where it has none. */
  readonly trigger: string | null;
  /** Where earlier prompts are taken from. */
  readonly made: readonly Generation[];
  readonly onChange: (prompt: string) => void;
  /** An earlier request, with all of its settings. */
  readonly onReuse: (made: Generation) => void;
}

const templates = ['photo', 'billboard', 'packshot', 'poster'] as const;
const maximumLength = 4000;

/** What to see, with the trigger word as a pill that can be taken out and put back. */
export function PromptField({ prompt, trigger, made, onChange, onReuse }: PromptFieldProps) {
  const words = useWords('generate');
  const isTriggered = hasTrigger(prompt, trigger);
  const recent = recentPrompts(made);
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={words('prompt')}
        aside={prompt.length > maximumLength * 0.8 ? `${prompt.length} / ${maximumLength}` : undefined}
      >
        <Textarea
          value={prompt}
          rows={5}
          maxLength={maximumLength}
          placeholder={words('promptEmpty')}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-1.5">
        <button
          type="button"
          aria-pressed={isTriggered}
          aria-label={words(isTriggered ? 'removeTrigger' : 'addTrigger', { word: trigger ?? '[brand]' })}
          title={words(isTriggered ? 'removeTrigger' : 'addTrigger', { word: trigger ?? '[brand]' })}
          onClick={() => onChange(toggleTrigger(prompt, trigger))}
          className="inline-flex min-h-[max(26px,var(--control-least,0px))] max-w-40 items-center gap-1 rounded-full border border-edge/60 border-dashed px-2.5 font-mono text-muted text-xs hover:border-edge hover:text-text aria-pressed:border-transparent aria-pressed:border-solid aria-pressed:bg-accent-soft aria-pressed:text-text"
        >
          <span className="truncate">{trigger ?? '[brand]'}</span>
          {isTriggered ? <X aria-hidden size={13} /> : <Plus aria-hidden size={13} />}
        </button>
        <span className="ml-auto flex gap-0.5">
          <Menu
            trigger={
              <Button size="small" variant="quiet" icon={<LayoutTemplate aria-hidden size={14} />}>
                {words('template')}
              </Button>
            }
            groups={[
              templates.map((template) => ({
                label: words(`templates.${template}.word`),
                onChoose: () => onChange(words(`templates.${template}.text`)),
              })),
            ]}
          />
          {recent.length > 0 && (
            <Menu
              trigger={
                <Button size="small" variant="quiet" icon={<History aria-hidden size={14} />}>
                  {words('history')}
                </Button>
              }
              groups={[
                recent.map((one) => ({
                  label: one.prompt.length > 90 ? `${one.prompt.slice(0, 90)}…` : one.prompt,
                  onChoose: () => onReuse(one),
                })),
              ]}
            />
          )}
        </span>
      </div>
    </div>
  );
}
