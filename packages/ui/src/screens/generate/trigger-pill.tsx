'use client';

import { Plus, X } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { placeOfTrigger, toggleTrigger } from './prompt-words.ts';

interface TriggerPillProps {
  readonly prompt: string;
  readonly trigger: string;
  readonly onChange: (prompt: string) => void;
}

/**
 * The trigger word, to be put at a place of one's own or taken out of the text again. Its name says what a click does; the
 * line below the prompt says where the word stands, for it goes along either way.
 */
export function TriggerPill({ prompt, trigger, onChange }: TriggerPillProps) {
  const words = useWords('generate');
  const isInText = placeOfTrigger(prompt, trigger) !== 'front';
  const label = words(isInText ? 'removeTrigger' : 'addTrigger', { word: trigger });
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      data-in-text={isInText || undefined}
      onClick={() => onChange(toggleTrigger(prompt, trigger))}
      className="inline-flex min-h-[max(26px,var(--control-least,0px))] max-w-40 items-center gap-1 rounded-full border border-edge/60 px-2.5 font-mono text-muted text-xs hover:border-edge hover:text-text data-in-text:border-transparent data-in-text:bg-accent-soft data-in-text:text-text"
    >
      <span className="truncate">{trigger}</span>
      {isInText ? <X aria-hidden size={13} /> : <Plus aria-hidden size={13} />}
    </button>
  );
}
