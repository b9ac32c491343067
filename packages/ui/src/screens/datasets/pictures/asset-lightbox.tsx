'use client';

import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { Asset } from '../../../api/answers.ts';
import { formatBytes } from '../../../format/bytes.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Lightbox } from '../../../primitives/lightbox.tsx';
import type { LightboxAction } from '../../../primitives/lightbox-view.tsx';
import { notify } from '../../../primitives/notify.ts';
import { saveFile } from '../../gallery/save-file.ts';
import { useStudio } from '../../studio.tsx';
import { useRefusalWords } from '../../use-refusal-words.ts';
import { CaptionField } from '../captions/caption-field.tsx';
import { AssetBadge } from './asset-badge.tsx';
import { type AssetChanges, type EditStep, toEditStep } from './edits.ts';
import type { AssetEdits } from './use-asset-edits.ts';
import { useStepWords } from './use-step-words.ts';

interface AssetLightboxProps {
  /** All there are, by which those that are looked through are known. */
  readonly assets: readonly Asset[];
  /** Those that were shown when it was opened, in their order: nothing moves away under the eye. */
  readonly order: readonly string[];
  readonly openId: string | null;
  readonly isReadOnly: boolean;
  readonly edits: AssetEdits;
  readonly onMove: (id: string | null) => void;
}

/** One by one: K keeps, R leaves out, S skips, U takes the last of it back, and D downloads. */
export function AssetLightbox(props: AssetLightboxProps) {
  const { assets, order, openId, isReadOnly, edits, onMove } = props;
  const [words, common] = [useWords('datasets.lightbox'), useWords('common')];
  const refusal = useRefusalWords();
  const describe = useStepWords();
  const { api } = useStudio();
  const [said, setSaid] = useState('');
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const pictures = order.flatMap((id) => byId.get(id) ?? []);
  const at = pictures.findIndex(({ id }) => id === openId);
  const shown = pictures[at];
  const goOn = () => {
    const next = pictures[at + 1];
    if (next) onMove(next.id);
  };
  const decide = (changes: AssetChanges) => {
    if (!shown) return;
    void edits.apply(toEditStep([shown], () => changes));
    setSaid(words(changes.isTrainingData ? 'kept' : 'leftOut', { name: shown.name }));
    goOn();
  };
  const takeBack = async () => {
    const undone: EditStep | null = await edits.undo();
    if (!undone) return;
    const [first] = undone.edits;
    setSaid(words('takenBack', { step: describe({ ...undone, kind: undone.kind }) }));
    if (first && order.includes(first.assetId)) onMove(first.assetId);
  };
  const download = async (asset: Asset) => {
    try {
      saveFile(await api.assets.readFile(asset), asset.name);
    } catch (error) {
      notify('error', common('notDownloaded'), { description: refusal(error) });
    }
  };
  const decisions: readonly LightboxAction[] = [
    {
      key: 'k',
      label: words('keep'),
      isPressed: shown?.isTrainingData,
      run: () => decide({ isTrainingData: true }),
    },
    {
      key: 'r',
      label: words('leaveOut'),
      isPressed: shown && !shown.isTrainingData,
      run: () => decide({ isTrainingData: false }),
    },
    { key: 's', label: words('skip'), run: goOn },
    ...(edits.last
      ? [{ key: 'u', label: words('undo', { step: describe(edits.last) }), run: () => void takeBack() }]
      : []),
  ];
  return (
    <Lightbox
      pictures={pictures.map((asset) => ({
        id: asset.id,
        url: api.assets.imageUrl(asset),
        alt: asset.caption || asset.name,
      }))}
      index={at === -1 ? null : at}
      onMove={(index) => onMove(pictures[index]?.id ?? null)}
      onClose={() => {
        setSaid('');
        onMove(null);
      }}
      actions={
        shown?.status === 'ready'
          ? [
              ...(isReadOnly ? [] : decisions),
              { key: 'd', label: words('download'), run: () => void download(shown) },
            ]
          : []
      }
      aside={
        shown && (
          <AssetFacts
            key={shown.id}
            asset={shown}
            isReadOnly={isReadOnly}
            said={said}
            onSave={(caption) => edits.apply(toEditStep([shown], () => ({ caption })))}
          />
        )
      }
    />
  );
}

interface AssetFactsProps {
  readonly asset: Asset;
  readonly isReadOnly: boolean;
  /** What the last key did. */
  readonly said: string;
  readonly onSave: (caption: string) => Promise<boolean>;
}

function AssetFacts({ asset, isReadOnly, said, onSave }: AssetFactsProps) {
  const [words, language] = [useWords('datasets.lightbox'), useLocale()];
  const { width, height, sizeBytes } = asset;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start justify-between gap-3">
        <h2 className="wrap-anywhere min-w-0 font-medium">{asset.name}</h2>
        <AssetBadge asset={asset} />
      </div>
      <p className="figures text-muted text-sm">
        {width && height ? words('size', { width, height }) : null}
        {sizeBytes ? ` · ${formatBytes(language, sizeBytes)}` : null}
      </p>
      {asset.status === 'ready' && (
        <div className="rounded-md border border-line p-2.5">
          <CaptionField asset={asset} isReadOnly={isReadOnly} onSave={onSave} rows={5} />
        </div>
      )}
      <p role="status" className="min-h-5 text-muted text-sm">
        {said}
      </p>
      {!isReadOnly && <p className="text-muted text-xs max-lg:hidden">{words('keys')}</p>}
    </div>
  );
}
