'use client';

import { Images } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Generation, Page } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { SimulatedBadge } from '../../primitives/simulated-badge.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { Spinner } from '../../primitives/spinner.tsx';
import { useIsHydrated } from '../../primitives/use-is-hydrated.ts';
import { useIsSimulated } from '../../primitives/world.tsx';
import { useDeferredDelete } from '../generate/use-deferred-delete.ts';
import { useGenerations } from '../generate/use-generations.ts';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { FloatingFoot } from './floating-foot.tsx';
import { GalleryPictures } from './gallery-grid.tsx';
import {
  filterPictures,
  type GalleryFilter,
  type Grouping,
  groupPictures,
  isFiltered,
  noFilter,
  toPictures,
} from './gallery-pictures.ts';
import { GalleryToolbar, type Span } from './gallery-toolbar.tsx';
import { UndoNote } from './undo-note.tsx';

interface GalleryScreenProps {
  readonly first?: Page<Generation> | undefined;
  /** Whose pictures the address asks for; all where it names none. */
  readonly modelId?: string | undefined;
}

/** While something is looked for, pages are read on by themselves until so many match, or so many pages were read. */
const enoughMatches = 60;
const enoughPages = 40;

/** Every picture that was made, edge to edge; only those in sight exist. */
export function GalleryScreen({ first, modelId }: GalleryScreenProps) {
  const words = useWords('gallery');
  const { brand } = useStudio();
  const list = useGenerations(first);
  const deletion = useDeferredDelete(list.forget);
  const isHydrated = useIsHydrated();
  const isSimulated = useIsSimulated();
  const [filter, setFilterNow] = useState({ ...noFilter, modelId: modelId ?? '' });
  const setFilter = (next: GalleryFilter) => {
    // The address says no longer what is shown: whoever loads the page anew means what they chose since.
    if (modelId !== undefined && next.modelId !== modelId) {
      window.history.replaceState(null, '', studioPaths.gallery);
    }
    setFilterNow(next);
  };
  const [span, setSpan] = useState<Span>('any');
  const [grouping, setGrouping] = useState<Grouping>('day');
  const [tileWidth, setTileWidth] = useState(200);
  const all = useMemo(
    () => toPictures(list.items.filter(({ id }) => !deletion.hidden.has(id))),
    [list.items, deletion.hidden],
  );
  const pictures = useMemo(() => filterPictures(all, filter), [all, filter]);
  // A server tells days by its own clock.
  const groups = useMemo(
    () => groupPictures(pictures, grouping, isHydrated ? undefined : 'UTC'),
    [pictures, grouping, isHydrated],
  );
  // The one that is looked for is named also where nothing is found by it.
  const modelIds = useMemo(
    () => [...new Set(list.items.map((made) => made.modelId).concat(filter.modelId || []))].sort(),
    [list.items, filter.modelId],
  );
  const isLooking = isFiltered(filter);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const goOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const pages = list.data?.pages.length ?? 0;
  const isReadingOn = isLooking && hasNextPage && pictures.length < enoughMatches && pages < enoughPages;
  useEffect(() => {
    if (isReadingOn) goOn();
  }, [isReadingOn, goOn]);
  const isEmpty = list.data !== undefined && list.items.length === 0 && !hasNextPage;
  const make = (
    <ButtonLink href={studioPaths.generate} variant="primary">
      {words('make')}
    </ButtonLink>
  );
  const note = deletion.latest && <UndoNote pending={deletion.latest} onUndo={deletion.undo} />;
  return (
    <>
      <PageHeader
        title={words('title')}
        status={<SimulatedBadge isSimulated={isSimulated} />}
        actions={brand.role !== 'viewer' && !isEmpty && make}
      >
        <GalleryToolbar
          filter={filter}
          span={span}
          modelIds={modelIds}
          grouping={grouping}
          tileWidth={tileWidth}
          onFilter={setFilter}
          onSpan={setSpan}
          onGroup={setGrouping}
          onTileWidth={setTileWidth}
        />
      </PageHeader>
      <PageBody>
        {list.isError && !list.data ? (
          <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(200px,45%),1fr))] gap-1">
            {Array.from({ length: 18 }, (_, index) => (
              <Skeleton key={index} className="aspect-square rounded-sm" />
            ))}
          </div>
        ) : pictures.length === 0 && !isReadingOn ? (
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
            onDelete={deletion.remove}
            onEnd={goOn}
          />
        )}
        <p role="status" className="flex min-h-5 items-center justify-center gap-2 text-muted text-sm">
          {(isReadingOn || isFetchingNextPage) && (
            <>
              <Spinner />
              {words(isReadingOn ? 'looking' : 'loadingMore', { count: all.length })}
            </>
          )}
        </p>
        {pictures.length === 0 && note && <FloatingFoot>{note}</FloatingFoot>}
      </PageBody>
    </>
  );
}
