'use client';

import { History, LayoutTemplate } from 'lucide-react';
import type { Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { Field } from '../../primitives/field.tsx';
import { Menu } from '../../primitives/menu.tsx';
import { Textarea } from '../../primitives/textarea.tsx';
import { hasToken, placeOfTrigger } from './prompt-words.ts';
import { recentPrompts } from './recent-prompts.ts';
import { TriggerPill } from './trigger-pill.tsx';

interface PromptFieldProps {
  readonly prompt: string;
  /** What calls the subject of the model; null where it has none, undefined while no model is chosen. */
  readonly trigger: string | null | undefined;
  readonly hasTemplates: boolean;
  /** Where earlier prompts are taken from. */
  readonly made: readonly Generation[];
  readonly onChange: (prompt: string) => void;
  /** An earlier request, with all of its settings. */
  readonly onReuse: (made: Generation) => void;
}

const templates = ['photo', 'billboard', 'packshot', 'poster'] as const;
const maximumLength = 4000;

/** What to see, and where the trigger word of the model stands in it. */
export function PromptField({ prompt, trigger, hasTemplates, made, onChange, onReuse }: PromptFieldProps) {
  const words = useWords('generate');
  const place = trigger === undefined ? null : placeOfTrigger(prompt, trigger);
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
        {trigger && <TriggerPill prompt={prompt} trigger={trigger} onChange={onChange} />}
        <span className="ml-auto flex gap-0.5">
          {hasTemplates && (
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
          )}
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
      {place !== null && (place !== 'none' || hasToken(prompt)) && (
        <p role="status" className="text-muted text-xs">
          {words(`trigger.${place}`, { word: trigger ?? '' })}
        </p>
      )}
    </div>
  );
}
