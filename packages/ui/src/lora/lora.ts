import type { SubjectKind } from '@act/tenant-config';
import type { Lora } from '../api/lora-answers.ts';

/** What a LoRA can be made of here; a living person is another storefront's matter. */
export const loraKinds = ['style', 'character', 'product'] as const satisfies readonly SubjectKind[];
export type LoraKind = (typeof loraKinds)[number];

export const isLoraKind = (value: unknown): value is LoraKind => loraKinds.some((kind) => kind === value);

/** Nothing more happens to it by itself. */
export const isEnded = ({ status }: Pick<Lora, 'status'>) => status === 'completed' || status === 'failed';

/** On its way to the brand, or back to its owner. */
export const isBeingMoved = ({ sharing }: Pick<Lora, 'sharing'>) =>
  sharing === 'sharing' || sharing === 'withdrawing';

/** What its owner wants: that the brand may use it, however far that has come. */
export const isWishedShared = ({ sharing }: Pick<Lora, 'sharing'>) =>
  sharing === 'shared' || sharing === 'sharing';

/** What its owner may share, once it is there to be used. */
export const isShareable = (lora: Lora) => isReady(lora) && !lora.is_others;

/** What its model is called, as pictures name it; null until it has one. An address ends in `signs-v1.safetensors`. */
export const modelIdOf = ({
  lora_url,
  model_id,
}: Pick<Lora, 'lora_url'> & Partial<Pick<Lora, 'model_id'>>): string | null =>
  model_id ?? /([^/]+)\.safetensors$/.exec(lora_url ?? '')?.[1] ?? null;

/** A LoRA that can be painted with. */
export type ReadyLora = Lora & { readonly lora_url: string };

export const isReady = (lora: Lora): lora is ReadyLora =>
  lora.status === 'completed' && lora.lora_url !== null && lora.deleted_at === null;
