import type { Asset } from '../../../api/answers.ts';
import type { RefusalReason } from './picked-file.ts';
import type { UploadTally } from './upload-queue.ts';

/** What became of the files that were brought, in numbers. */
export interface UploadSummary {
  /** Pictures that are there now, those with remarks included. */
  readonly added: number;
  /** Of them: still being looked at. */
  readonly checking: number;
  /** Of them: there already. */
  readonly duplicates: number;
  readonly small: number;
  readonly blurred: number;
  /** Arrived, and were found unusable. */
  readonly rejected: number;
  /** Never sent, by reason. */
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
}

type SeenAsset = Pick<Asset, 'id' | 'status' | 'findings'>;

/** Counts what happened; null where nothing did. */
export const summarizeUploads = (
  { addedIds, refused }: UploadTally,
  assets: readonly SeenAsset[],
  duplicateIds: readonly string[],
): UploadSummary | null => {
  if (addedIds.length + refused.length === 0) return null;
  const arrived = new Map(assets.map((asset) => [asset.id, asset]));
  const seen = addedIds.flatMap((id) => arrived.get(id) ?? []);
  const rejected = seen.filter(({ status }) => status === 'rejected').length;
  const found = (finding: string) => seen.filter(({ findings }) => findings.includes(finding)).length;
  const unseen = addedIds.length - seen.length;
  return {
    added: addedIds.length - rejected,
    checking: unseen + seen.filter(({ status }) => status === 'received').length,
    duplicates: addedIds.filter((id) => duplicateIds.includes(id)).length,
    small: found('small'),
    blurred: found('blurred'),
    rejected,
    refused: Object.fromEntries(
      [...Map.groupBy(refused, ({ reason }) => reason)].map(([reason, list]) => [reason, list.length]),
    ),
  };
};
