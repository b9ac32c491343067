'use client';

import { Images } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { Generation, Page } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { Spinner } from '../../primitives/spinner.tsx';
import { useIsHydrated } from '../../primitives/use-is-hydrated.ts';
import { withoutDeleted } from '../generate/generation-pages.ts';
import { useDeferredDelete } from '../generate/use-deferred-delete.ts';
import { useGenerations } from '../generate/use-generations.ts';
import { calledByPeople } from '../models/group-versions.ts';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { usePages } from '../use-pages.ts';
import { usePaused } from '../use-paused.ts';
import { FloatingFoot } from './floating-foot.tsx';
import { GalleryPictures } from './gallery-grid.tsx';
import {
  filterPictures,
  type GalleryFilter,
  type Grouping,
  groupPictures,
  isFiltered,
  noFilter,
  toGenerationFilter,
  toPictures,
} from './gallery-pictures.ts';
import { GalleryToolbar, type Span } from './gallery-toolbar.tsx';
import { UndoNote } from './undo-note.tsx';

interface GalleryScreenProps {
  readonly first?: Page<Generation> | undefined;
  /** Whose pictures the address asks for; all where it names none. */
  readonly modelId?: string | undefined;
}

/** Every picture that was made, edge to edge; only those in sight exist. */
export function GalleryScreen({ first, modelId }: GalleryScreenProps) {
  const words = useWords('gallery');
  const { api, brand } = useStudio();
  const isHydrated = useIsHydrated();
  const [filter, setFilterNow] = useState({ ...noFilter, modelId: modelId ?? '' });
  const setFilter = (next: GalleryFilter) => {
    // The address says no longer what is shown: whoever loads the page anew means what they chose since.
    if (modelId !== undefined && next.modelId !== modelId) {
      window.history.replaceState(null, '', studioPaths.gallery);
    }
    setFilterNow(next);
  };
  const wanted = toGenerationFilter(filter);
  const asked = usePaused(wanted);
  const list = useGenerations(first, asked);
  const models = usePages({
    key: ['models'],
    load: (cursor, signal) => api.models.list({ cursor, signal, includeRetired: true }),
  });
  const deletion = useDeferredDelete(list.forget);
  const [span, setSpan] = useState<Span>('any');
  const [grouping, setGrouping] = useState<Grouping>('day');
  const [tileWidth, setTileWidth] = useState(200);
  const all = useMemo(
    () => toPictures(withoutDeleted(list.items, deletion.hidden)),
    [list.items, deletion.hidden],
  );
  const pictures = useMemo(() => filterPictures(all, filter), [all, filter]);
  // A server tells days by its own clock.
  const groups = useMemo(
    () => groupPictures(pictures, grouping, isHydrated ? undefined : 'UTC'),
    [pictures, grouping, isHydrated],
  );
  // The one that is looked for is named also where nothing is found by it.
  const painters = useMemo(() => {
    const known = models.items.map((model) => ({
      value: model.modelId,
      label: calledByPeople(model),
    }));
    const isKnown = filter.modelId === '' || known.some(({ value }) => value === filter.modelId);
    return known
      .concat(isKnown ? [] : { value: filter.modelId, label: filter.modelId })
      .sort((one, other) => one.label.localeCompare(other.label));
  }, [models.items, filter.modelId]);
  const isLooking = isFiltered(filter);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const goOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const isAwaited = list.isPlaceholderData || JSON.stringify(asked) !== JSON.stringify(wanted);
  const isEmpty = !isLooking && !isAwaited && list.isSuccess && all.length === 0 && !hasNextPage;
  // What the address names may be gone since, or nothing that a model is called.
  const isModelGone =
    filter.modelId !== '' && list.error instanceof ApiRefusal && [400, 404].includes(list.error.status);
  const make = (
    <ButtonLink href={studioPaths.generate} variant="primary">
      {words('make')}
    </ButtonLink>
  );
  const note = deletion.latest && <UndoNote pending={deletion.latest} onUndo={deletion.undo} />;
  return (
    <>
      <PageHeader title={words('title')} actions={brand.role !== 'viewer' && !isEmpty && make}>
        <GalleryToolbar
          filter={filter}
          span={span}
          painters={painters}
          grouping={grouping}
          tileWidth={tileWidth}
          onFilter={setFilter}
          onSpan={setSpan}
          onGroup={setGrouping}
          onTileWidth={setTileWidth}
        />
      </PageHeader>
      <PageBody>
        {list.isError && !list.data && !isModelGone ? (
          <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(200px,45%),1fr))] gap-1">
            {Array.from({ length: 18 }, (_, index) => (
              <Skeleton key={index} className="aspect-square rounded-sm" />
            ))}
          </div>
        ) : pictures.length === 0 && !isAwaited ? (
          <EmptyState
            icon={<Images aria-hidden />}
            title={words(isLooking ? 'noMatch' : 'empty')}
            line={
              isLooking && filter.modelId !== ''
                ? words('noneOfModel', { model: filter.modelId })
                : words(isLooking ? 'noMatchLine' : 'emptyLine')
            }
            action={
              isLooking ? (
                <Button
                  onClick={() => {
                    setFilter(noFilter);
                    setSpan('any');
                  }}
                >
                  {words('showAll')}
                </Button>
              ) : (
                brand.role !== 'viewer' && make
              )
            }
          />
        ) : (
          <GalleryPictures
            groups={groups}
            grouping={grouping}
            tileWidth={tileWidth}
            list={list}
            note={note}
            onDelete={deletion.removePictures}
            onEnd={isAwaited ? undefined : goOn}
          />
        )}
        <p role="status" className="flex min-h-5 items-center justify-center gap-2 text-muted text-sm">
          {(isAwaited || isFetchingNextPage) && (
            <>
              <Spinner />
              {isAwaited ? words('looking') : words('loadingMore', { count: all.length })}
            </>
          )}
        </p>
        {pictures.length === 0 && note && <FloatingFoot>{note}</FloatingFoot>}
      </PageBody>
    </>
  );
}
