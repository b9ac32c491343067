import type { components } from '@act/api/client';

/** A LoRA and its training in one, as the LoRA studio knows them. */
export type Lora = Readonly<components['schemas']['Lora']>;
