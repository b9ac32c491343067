import type { SubjectKind } from '@act/tenant-config';
import type { Lora } from '../api/lora-answers.ts';
import type { StudioBrand } from '../screens/studio.tsx';

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
const isWishedShared = ({ sharing }: Pick<Lora, 'sharing'>) => sharing === 'shared' || sharing === 'sharing';

export type SharingAct = 'share' | 'withdraw';

type Looker = Pick<StudioBrand, 'role' | 'canShare'>;

/** What whoever looks can change about who sees it. One's own is taken back whatever the brand or one's role allow by now. */
export const sharingActOf = (lora: Lora, { role, canShare }: Looker): SharingAct | null => {
  if (lora.is_others) return role === 'admin' ? 'withdraw' : null;
  if (isWishedShared(lora)) return 'withdraw';
  return canShare === true && role !== 'viewer' && isReady(lora) ? 'share' : null;
};

/** A LoRA that can be painted with. */
export type ReadyLora = Lora & { readonly lora_url: string };

export const isReady = (lora: Lora): lora is ReadyLora =>
  lora.status === 'completed' && lora.lora_url !== null && lora.deleted_at === null;
