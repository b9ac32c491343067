import type { Asset } from '../../../api/answers.ts';

/** What a person may change about a picture. */
export interface AssetChanges {
  readonly caption?: string;
  readonly isTrainingData?: boolean;
}

/** One picture that was changed, and how it was before. */
export interface Edit {
  readonly assetId: string;
  readonly name: string;
  readonly before: AssetChanges;
  readonly after: AssetChanges;
}

type EditKind = 'leftOut' | 'takenIn' | 'caption';

/** What was done in one go, and is taken back in one go. */
export interface EditStep {
  readonly kind: EditKind;
  readonly edits: readonly Edit[];
}

type EditedAsset = Pick<Asset, 'id' | 'name' | 'caption' | 'isTrainingData'>;

const stateOf = ({ caption, isTrainingData }: EditedAsset): Required<AssetChanges> => ({
  caption: caption ?? '',
  isTrainingData,
});

const isSame = (one: AssetChanges, other: AssetChanges) =>
  (one.caption === undefined || one.caption === other.caption) &&
  (one.isTrainingData === undefined || one.isTrainingData === other.isTrainingData);

/** The change as a step, without the pictures that are as wanted already; null where all of them are. */
export const toEditStep = (
  assets: readonly EditedAsset[],
  change: (asset: EditedAsset) => AssetChanges,
): EditStep | null => {
  const edits = assets.flatMap((asset): Edit[] => {
    const [now, after] = [stateOf(asset), change(asset)];
    if (isSame(after, now)) return [];
    const before = {
      ...(after.caption !== undefined && { caption: now.caption }),
      ...(after.isTrainingData !== undefined && { isTrainingData: now.isTrainingData }),
    };
    return [{ assetId: asset.id, name: asset.name, before, after }];
  });
  const [first] = edits;
  return first ? { kind: kindOf(first.after), edits } : null;
};

const kindOf = ({ isTrainingData }: AssetChanges): EditKind =>
  isTrainingData === undefined ? 'caption' : isTrainingData ? 'takenIn' : 'leftOut';

/** The step backwards. What somebody has changed since is theirs, and stays. */
export const reverseStep = ({ kind, edits }: EditStep, assets: readonly EditedAsset[]): EditStep => {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const isUntouched = ({ assetId, after }: Edit) => {
    const asset = byId.get(assetId);
    return asset !== undefined && isSame(after, stateOf(asset));
  };
  return {
    kind,
    edits: edits
      .filter(isUntouched)
      .map((edit) => ({ ...edit, before: edit.after, after: edit.before }))
      .reverse(),
  };
};

/** The step with only the pictures where it worked; null where it worked nowhere. */
export const withoutFailed = (step: EditStep, failedIds: ReadonlySet<string>): EditStep | null => {
  const edits = step.edits.filter(({ assetId }) => !failedIds.has(assetId));
  return edits.length > 0 ? { ...step, edits } : null;
};
