'use client';

import { Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ReadinessReason } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { chooseRows } from '../../primitives/choose-rows.ts';
import { classNames } from '../../primitives/class-names.ts';
import { More } from '../../primitives/more.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { useShortcuts } from '../../primitives/use-shortcuts.ts';
import { studioPaths } from '../studio-paths.ts';
import { CaptionTools } from './captions/caption-tools.tsx';
import { AssetGrid } from './pictures/asset-grid.tsx';
import { toEditStep } from './pictures/edits.ts';
import { FilterBar } from './pictures/filter-bar.tsx';
import { SelectionBar } from './pictures/selection-bar.tsx';
import { useStepWords } from './pictures/use-step-words.ts';
import { ReadinessTools } from './readiness/readiness-tools.tsx';
import type { ReasonFix } from './readiness/reason-fixes.ts';
import { UploadTiles } from './upload/upload-tiles.tsx';
import type { useUploads } from './upload/use-uploads.ts';
import type { Dataset } from './use-dataset.ts';

interface WorkbenchProps {
  readonly dataset: Dataset;
  readonly step: 'images' | 'captions';
  readonly isReadOnly: boolean;
  readonly uploads: ReturnType<typeof useUploads>;
  /** Opens the choice of files. */
  readonly onAdd: () => void;
}

const AssetLightbox = dynamic(
  () => import('./pictures/asset-lightbox.tsx').then((module) => module.AssetLightbox),
  { ssr: false },
);
const DeleteDialog = dynamic(
  () => import('./pictures/delete-dialog.tsx').then((module) => module.DeleteDialog),
  { ssr: false },
);

const atFirst = 100;

/** The pictures in the middle, and beside them what is to be said and done about them. */
export function Workbench({ dataset, step, isReadOnly, uploads, onAdd }: WorkbenchProps) {
  const words = useWords('datasets');
  const describe = useStepWords();
  const router = useRouter();
  const { list, report, shown, edits, filter, setFilter } = dataset;
  const [most, setMost] = useState(atFirst);
  const [looking, setLooking] = useState<{ order: readonly string[]; openId: string | null } | null>(null);
  const [chosen, setChosen] = useState<{ ids: ReadonlySet<string>; lastId: string | null }>(noneChosen);
  const [doomed, setDoomed] = useState<readonly string[] | null>(null);
  // Captions are only done something about: whoever may not has no use for tools.
  const hasSide = step === 'images' || !isReadOnly;
  const shownIds = shown.map(({ id }) => id);
  const openId = looking?.openId ?? null;
  const chosenAssets = list.items.filter(({ id }) => chosen.ids.has(id));
  const setTraining = (isTrainingData: boolean) => {
    const usable = chosenAssets.filter(({ status }) => status === 'ready');
    void edits.apply(toEditStep(usable, () => ({ isTrainingData })));
    setChosen(noneChosen);
  };
  const look = (order: readonly string[], id: string | undefined) => id && setLooking({ order, openId: id });
  const fix = (kind: ReasonFix, { code, assetIds }: ReadinessReason) => {
    const about = list.items.filter(({ id }) => assetIds.includes(id));
    const leaveOut = () => void edits.apply(toEditStep(about, () => ({ isTrainingData: false })));
    const writeCaptions = () => {
      setFilter('uncaptioned');
      router.push(`${studioPaths.upload}?step=captions`);
    };
    const compare = () => {
      setFilter(`reason:${code}`);
      look(assetIds, assetIds[0]);
    };
    const does = { leaveOut, writeCaptions, compare, addPictures: onAdd, delete: () => setDoomed(assetIds) };
    does[kind]();
  };
  useShortcuts({ u: () => void edits.undo() }, openId === null && doomed === null && !isReadOnly);
  return (
    <div
      className={classNames(
        'grid grid-cols-1 items-start gap-6',
        hasSide && 'lg:grid-cols-[minmax(0,1fr)_300px]',
      )}
    >
      <div className="flex min-w-0 flex-col gap-3 max-lg:order-2">
        {list.items.length > 0 && (
          <div className="flex min-h-10 flex-wrap items-center gap-2">
            <div className="min-w-0 flex-1">
              <FilterBar
                assets={list.items}
                shownCount={shown.length}
                filter={filter}
                text={dataset.text}
                report={report}
                onFilter={setFilter}
                onText={dataset.setText}
              />
            </div>
            {edits.last && (
              <Button
                size="small"
                icon={<Undo2 aria-hidden size={14} />}
                aria-keyshortcuts="u"
                className="max-w-72"
                onClick={() => void edits.undo()}
              >
                <span className="truncate">{words('undo', { step: describe(edits.last) })}</span>
              </Button>
            )}
          </div>
        )}
        {list.isPending ? (
          <Skeleton className="h-96 w-full" />
        ) : (
          <AssetGrid
            assets={shown.slice(0, most)}
            isCaptioning={step === 'captions'}
            isReadOnly={isReadOnly}
            chosenIds={chosen.ids}
            onChoose={(id, isChosen, isRange) =>
              setChosen(({ ids, lastId }) => ({
                ids: chooseRows(ids, shownIds, { id, isChosen, isRange, lastId }),
                lastId: id,
              }))
            }
            onOpen={(id) => look(shownIds, id)}
            onChange={(asset, changes) => edits.apply(toEditStep([asset], () => changes))}
          >
            <UploadTiles items={uploads.items} onRetry={uploads.retry} onDismiss={uploads.dismiss} />
          </AssetGrid>
        )}
        {list.items.length > 0 && (
          <More
            shown={Math.min(most, shown.length)}
            hasMore={shown.length > most || list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            onMore={() => {
              setMost(most + atFirst);
              if (shown.length <= most + atFirst && list.hasNextPage) void list.fetchNextPage();
            }}
          />
        )}
        <SelectionBar
          count={chosen.ids.size}
          onAll={() => setChosen({ ids: new Set(shownIds), lastId: null })}
          onLeaveOut={() => setTraining(false)}
          onTakeIn={() => setTraining(true)}
          onDelete={() => setDoomed([...chosen.ids])}
          onEnd={() => setChosen(noneChosen)}
        />
      </div>
      {hasSide && (
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-32 lg:max-h-[calc(100dvh-9rem)] lg:overflow-y-auto">
          {step === 'captions' ? (
            <CaptionTools dataset={dataset} />
          ) : (
            <ReadinessTools dataset={dataset} onFix={isReadOnly ? undefined : fix} />
          )}
        </div>
      )}
      {looking && (
        <AssetLightbox
          assets={list.items}
          order={looking.order}
          openId={openId}
          isReadOnly={isReadOnly}
          edits={edits}
          onMove={(id) => setLooking({ ...looking, openId: id })}
        />
      )}
      {doomed && (
        <DeleteDialog
          assetIds={doomed}
          onDeleted={() => setChosen(noneChosen)}
          onClose={() => setDoomed(null)}
        />
      )}
    </div>
  );
}

const noneChosen = { ids: new Set<string>(), lastId: null };
