'use client';

import { EyeOff, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Asset } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { classNames } from '../../../primitives/class-names.ts';
import { IconButton } from '../../../primitives/icon-button.tsx';
import { Tile } from '../../../primitives/tile.tsx';
import { CaptionField } from '../captions/caption-field.tsx';
import { useRejectionWords } from '../use-rejection-words.ts';
import { AssetBadge } from './asset-badge.tsx';
import type { AssetChanges } from './edits.ts';

interface AssetGridProps {
  readonly assets: readonly Asset[];
  readonly isCaptioning: boolean;
  readonly isReadOnly: boolean;
  readonly chosenIds: ReadonlySet<string>;
  readonly onChoose: (id: string, isChosen: boolean, isRange: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onChange: (asset: Asset, changes: AssetChanges) => Promise<boolean>;
  /** In front of the pictures: files on their way. */
  readonly children: ReactNode;
}

export function AssetGrid(props: AssetGridProps) {
  const { assets, isCaptioning, isReadOnly, chosenIds, onChoose, onOpen, onChange, children } = props;
  const words = useWords('datasets');
  const describe = useRejectionWords();
  return (
    <div
      className={classNames(
        'grid gap-1',
        isCaptioning
          ? 'grid-cols-1 min-[480px]:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4'
          : 'grid-cols-2 sm:grid-cols-3 xl:grid-cols-5 2xl:grid-cols-6',
      )}
    >
      {children}
      {assets.map((asset) => {
        const isReady = asset.status === 'ready';
        return (
          // What is far from sight is neither laid out nor painted.
          <div
            key={asset.id}
            className={classNames('min-w-0', !asset.isTrainingData && isReady && dimmed, far)}
          >
            <Tile
              url={asset.thumbnailUrl}
              alt={asset.caption || asset.name}
              standIn={asset.status === 'received' ? words('checking') : describe(asset)}
              badge={<AssetBadge asset={asset} />}
              onOpen={asset.thumbnailUrl ? () => onOpen(asset.id) : undefined}
              isSelected={chosenIds.has(asset.id)}
              selectLabel={words('choose', { name: asset.name })}
              onSelect={isReadOnly ? undefined : (isChosen, isRange) => onChoose(asset.id, isChosen, isRange)}
              actions={
                !isReadOnly &&
                isReady && (
                  <IconButton
                    size="small"
                    label={words(asset.isTrainingData ? 'leaveOut' : 'takeIn')}
                    icon={asset.isTrainingData ? <EyeOff size={15} /> : <Undo2 size={15} />}
                    onClick={() => void onChange(asset, { isTrainingData: !asset.isTrainingData })}
                  />
                )
              }
              caption={
                isCaptioning && isReady ? (
                  <CaptionField
                    asset={asset}
                    isReadOnly={isReadOnly}
                    onSave={(caption) => onChange(asset, { caption })}
                  />
                ) : undefined
              }
            />
          </div>
        );
      })}
    </div>
  );
}

const dimmed = '[&_img]:opacity-40 [&_img]:grayscale';
const far = '[contain-intrinsic-size:auto_220px] [content-visibility:auto]';
