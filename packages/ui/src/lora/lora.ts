import type { SubjectKind } from '@act/tenant-config';
import type { Lora } from '../api/lora-answers.ts';

/** What a LoRA can be made of here; a living person is another storefront's matter. */
export const loraKinds = ['style', 'character', 'product'] as const satisfies readonly SubjectKind[];
export type LoraKind = (typeof loraKinds)[number];

export const isLoraKind = (value: unknown): value is LoraKind => loraKinds.some((kind) => kind === value);

/** Nothing more happens to it by itself. */
export const isEnded = ({ status }: Pick<Lora, 'status'>) => status === 'completed' || status === 'failed';

/** What its model is called, as pictures name it; null until it has one. The address ends in `signs-v1.safetensors`. */
export const modelIdOf = ({ lora_url }: Pick<Lora, 'lora_url'>): string | null =>
  /([^/]+)\.safetensors$/.exec(lora_url ?? '')?.[1] ?? null;

/** A LoRA that can be painted with. */
export type ReadyLora = Lora & { readonly lora_url: string };

export const isReady = (lora: Lora): lora is ReadyLora =>
  lora.status === 'completed' && lora.lora_url !== null && lora.deleted_at === null;
