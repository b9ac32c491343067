import type { Lora } from '../api/lora-answers.ts';
import type { LoraKind } from './lora.ts';

export const loraShelves = ['all', 'ready', 'training', 'failed', 'shared', 'deleted'] as const;
export type LoraShelf = (typeof loraShelves)[number];

export interface LoraFilter {
  readonly shelf: LoraShelf;
  readonly kind: LoraKind | 'any';
  readonly text: string;
}

export const noFilter: LoraFilter = { shelf: 'all', kind: 'any', text: '' };

export const isFiltered = ({ shelf, kind, text }: LoraFilter) =>
  shelf !== 'all' || kind !== 'any' || text.trim() !== '';

type Filtered = Pick<Lora, 'name' | 'description' | 'trigger_word' | 'type' | 'status' | 'sharing'>;

const isOnShelf = (shelf: LoraShelf, { status, sharing }: Filtered) => {
  if (shelf === 'shared') return sharing !== null;
  if (shelf === 'ready') return status === 'completed';
  if (shelf === 'training') return status === 'pending' || status === 'training';
  if (shelf === 'failed') return status === 'failed';
  // What was deleted is a list of its own.
  return true;
};

/** Those that are looked for; every word counts, in the name, the description or the trigger word. */
export const filterLoras = <One extends Filtered>(
  loras: readonly One[],
  { shelf, kind, text }: LoraFilter,
): readonly One[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return loras.filter((lora) => {
    if (!isOnShelf(shelf, lora) || (kind !== 'any' && lora.type !== kind)) return false;
    const said = [lora.name, lora.description, lora.trigger_word].join('\n').toLowerCase();
    return words.every((word) => said.includes(word));
  });
};
