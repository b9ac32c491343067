'use client';

import { EyeOff, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Asset } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Lightbox } from '../../primitives/lightbox.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { useStudio } from '../studio.tsx';
import { AssetBadge } from './asset-badge.tsx';
import { CaptionField } from './caption-field.tsx';

export interface AssetChanges {
  readonly caption?: string;
  readonly isTrainingData?: boolean;
}

interface AssetGridProps {
  readonly assets: readonly Asset[];
  readonly isCaptioning: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (asset: Asset, changes: AssetChanges) => void;
  /** In front of the pictures: files on their way. */
  readonly children: ReactNode;
}

export function AssetGrid({ assets, isCaptioning, isReadOnly, onChange, children }: AssetGridProps) {
  const words = useWords('datasets');
  const { api } = useStudio();
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : assets[open];
  return (
    <>
      <div className="grid grid-cols-2 gap-1 sm:grid-cols-3 xl:grid-cols-5">
        {children}
        {assets.map((asset, index) => (
          <Tile
            key={asset.id}
            url={asset.thumbnailUrl}
            alt={asset.caption || asset.name}
            standIn={asset.status === 'received' ? words('checking') : (asset.rejectionReason ?? undefined)}
            badge={<AssetBadge asset={asset} />}
            onOpen={asset.thumbnailUrl ? () => setOpen(index) : undefined}
            actions={
              !isReadOnly &&
              asset.status === 'ready' && (
                <IconButton
                  size="small"
                  label={words(asset.isTrainingData ? 'leaveOut' : 'takeIn')}
                  icon={asset.isTrainingData ? <EyeOff size={15} /> : <Undo2 size={15} />}
                  onClick={() => onChange(asset, { isTrainingData: !asset.isTrainingData })}
                />
              )
            }
            caption={
              isCaptioning && asset.status === 'ready' ? (
                <CaptionField asset={asset} onSave={(caption) => onChange(asset, { caption })} />
              ) : undefined
            }
          />
        ))}
      </div>
      <Lightbox
        pictures={assets.map((asset) => ({
          id: asset.id,
          url: api.assets.imageUrl(asset),
          alt: asset.caption || asset.name,
        }))}
        index={open}
        onMove={setOpen}
        onClose={() => setOpen(null)}
        actions={
          shown && !isReadOnly
            ? [
                {
                  key: 'k',
                  label: words('keep'),
                  isPressed: shown.isTrainingData,
                  run: () => onChange(shown, { isTrainingData: true }),
                },
                {
                  key: 'r',
                  label: words('reject'),
                  isPressed: !shown.isTrainingData,
                  run: () => onChange(shown, { isTrainingData: false }),
                },
              ]
            : []
        }
      />
    </>
  );
}
