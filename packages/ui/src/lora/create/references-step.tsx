'use client';

import { BookOpen, Package, Palette, PawPrint, Plus, X } from 'lucide-react';
import type { Asset, ReadinessReport } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { RadioCards } from '../../primitives/radio-cards.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { AssetBadge } from '../../screens/datasets/pictures/asset-badge.tsx';
import { BrokenOffNote } from '../../screens/datasets/upload/broken-off-note.tsx';
import { summarizeUploads } from '../../screens/datasets/upload/summarize-uploads.ts';
import { UploadSummaryLine } from '../../screens/datasets/upload/upload-summary-line.tsx';
import { UploadTiles } from '../../screens/datasets/upload/upload-tiles.tsx';
import { useRejectionWords } from '../../screens/datasets/use-rejection-words.ts';
import { ScreenError } from '../../screens/screen-error.tsx';
import { useStudio } from '../../screens/studio.tsx';
import { loraKinds } from '../lora.ts';
import { countsOf, type LoraDraft, withoutPicture, withPictures } from '../lora-draft.ts';
import { ReferenceDrop } from './reference-drop.tsx';
import { ReferenceMeter } from './reference-meter.tsx';
import { ReferenceNotes } from './reference-notes.tsx';
import type { References } from './use-references.ts';

interface ReferencesStepProps {
  readonly draft: LoraDraft;
  readonly references: References;
  readonly report: ReadinessReport | undefined;
  readonly isNotJudged: boolean;
  readonly onChange: (change: (draft: LoraDraft) => LoraDraft) => void;
  readonly onRules: () => void;
}

const icons = {
  style: <Palette aria-hidden size={20} strokeWidth={1.5} />,
  character: <PawPrint aria-hidden size={20} strokeWidth={1.5} />,
  product: <Package aria-hidden size={20} strokeWidth={1.5} />,
};
const mostEarlier = 24;

/** What the LoRA learns, and from which pictures. */
export function ReferencesStep(props: ReferencesStepProps) {
  const { draft, references, report, isNotJudged, onChange, onRules } = props;
  const [words, kinds] = [useWords('lora'), useWords('kinds')];
  const settings = useStudio().brand.training.subjects[draft.kind];
  const counts = countsOf(settings);
  const { uploads, chosen, arriving, earlier, list } = references;
  const isMoving = uploads.items.some(({ state }) => state !== 'failed');
  const usable = chosen.filter(({ status }) => status !== 'rejected');
  const [from, to] = counts.best;
  return (
    <div className="flex flex-col gap-5">
      <RadioCards
        label={words('kind')}
        className="grid-cols-3"
        value={draft.kind}
        onChoose={(kind) => onChange((now) => ({ ...now, kind }))}
        cards={loraKinds.map((kind) => ({
          value: kind,
          label: kinds(`${kind}.word`),
          // A phone has room for the word alone.
          hint: <span className="max-sm:hidden">{words(`kinds.${kind}`)}</span>,
          picture: <span className="mb-1 text-accent-ink">{icons[kind]}</span>,
        }))}
      />
      <section aria-labelledby="lora-references-title" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h3 id="lora-references-title" className="font-medium font-sans text-sm">
            {words('references.title')}
            <span className="font-normal text-muted">
              {' '}
              · {words('references.range', { least: counts.least, most: counts.most, from, to })}
            </span>
          </h3>
          <Button size="small" variant="quiet" icon={<BookOpen aria-hidden size={14} />} onClick={onRules}>
            {words('rules')}
          </Button>
        </div>
        <ReferenceMeter count={usable.length + arriving} counts={counts} />
        {list.isError && !list.data && (
          <ScreenError
            title={words('references.notLoaded')}
            error={list.error}
            onRetry={() => void list.refetch()}
          />
        )}
        <div className="grid grid-cols-3 gap-1.5 sm:grid-cols-5 lg:grid-cols-6">
          {chosen.map((asset) => (
            <Reference
              key={asset.id}
              asset={asset}
              onRemove={() => onChange((now) => withoutPicture(now, asset.id))}
            />
          ))}
          {Array.from({ length: arriving }, (_, index) => (
            <Tile key={index} url={null} alt="" standIn={<span />} />
          ))}
          <UploadTiles items={uploads.items} onRetry={uploads.retry} onDismiss={uploads.dismiss} />
          <ReferenceDrop
            maximumBytes={settings.maximumFileBytes}
            isFull={references.room === 0}
            isAlone={draft.assetIds.length + uploads.items.length === 0}
            onPicked={references.add}
          />
        </div>
        {references.leftOut > 0 && (
          <p role="status" className="text-sm text-warn">
            {words('references.full', { count: references.leftOut, most: counts.most })}
          </p>
        )}
        <BrokenOffNote
          uploads={uploads.brokenOff}
          onChoose={() => document.querySelector<HTMLInputElement>('[role=dialog] input[type=file]')?.click()}
          onForget={uploads.forgetBrokenOff}
        />
        <UploadSummaryLine
          summary={isMoving ? null : summarizeUploads(uploads.tally, list.items, [])}
          onDismiss={uploads.clearTally}
        />
        {chosen.length > 0 && (
          <ReferenceNotes
            report={report}
            isFailed={isNotJudged}
            checking={chosen.filter(({ status }) => status === 'received').length}
          />
        )}
      </section>
      {earlier.length > 0 && (
        <details className="group border-line border-t pt-2">
          <summary className="flex min-h-9 items-center gap-2 font-medium text-sm">
            {words('references.earlier')} <span className="figures text-muted">{earlier.length}</span>
          </summary>
          <div className="grid grid-cols-4 gap-1.5 pt-2 sm:grid-cols-8">
            {earlier.slice(0, mostEarlier).map((asset) => (
              <button
                key={asset.id}
                type="button"
                disabled={references.room === 0}
                aria-label={words('references.takeEarlier', { name: asset.name })}
                title={asset.name}
                onClick={() => onChange((now) => withPictures(now, [asset.id], counts.most))}
                className="group/take relative disabled:opacity-50"
              >
                <Tile url={asset.thumbnailUrl} alt="" />
                <span className="absolute right-1 bottom-1 grid size-6 place-items-center rounded-sm bg-raised text-text">
                  <Plus aria-hidden size={14} />
                </span>
              </button>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

interface ReferenceProps {
  readonly asset: Asset;
  readonly onRemove: () => void;
}

function Reference({ asset, onRemove }: ReferenceProps) {
  const words = useWords('lora.references');
  const describe = useRejectionWords();
  return (
    <div className="relative" title={asset.name}>
      <Tile
        url={asset.thumbnailUrl}
        alt={asset.name}
        badge={<AssetBadge asset={asset} />}
        standIn={asset.status === 'rejected' ? describe(asset) : <span />}
      />
      <IconButton
        size="small"
        label={words('remove', { name: asset.name })}
        icon={<X size={14} />}
        className="absolute top-1 right-1 bg-raised/90 text-text"
        onClick={onRemove}
      />
    </div>
  );
}
