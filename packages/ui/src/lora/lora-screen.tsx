'use client';

import { BookOpen, Plus, Search, Shapes, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Page } from '../api/answers.ts';
import type { Lora } from '../api/lora-answers.ts';
import { PageBody } from '../frame/page-body.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { More } from '../primitives/more.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { ScreenError } from '../screens/screen-error.tsx';
import { useStudio } from '../screens/studio.tsx';
import { sharingActOf } from './lora.ts';
import { LoraCard } from './lora-card.tsx';
import { filterLoras, isFiltered, loraShelves, noFilter } from './lora-filter.ts';
import { LoraFilters } from './lora-filters.tsx';
import { useCovers } from './use-covers.ts';
import { useLoraActs } from './use-lora-acts.ts';
import { useLoraPlace } from './use-lora-place.ts';
import { useLoras } from './use-loras.ts';
import { useSharedLoras } from './use-shared-loras.ts';

const CreateDialog = dynamic(() =>
  import('./create/create-dialog.tsx').then((module) => module.CreateDialog),
);
const RulesDialog = dynamic(() => import('./rules-dialog.tsx').then((module) => module.RulesDialog));
const SharedDialog = dynamic(() => import('./shared-dialog.tsx').then((module) => module.SharedDialog));
const LoraDialog = dynamic(() => import('./lora-dialog.tsx').then((module) => module.LoraDialog));

interface LoraScreenProps {
  readonly first?: Page<Lora> | undefined;
  /** For how many days what was deleted can be had back. */
  readonly deletedDays: number;
}

/** The LoRAs of whoever looks, and those that others share, as cards; what is done with one happens in dialogs over them. */
export function LoraScreen({ first, deletedDays }: LoraScreenProps) {
  const words = useWords('lora');
  const { brand } = useStudio();
  const canChange = brand.role !== 'viewer';
  const [place, go] = useLoraPlace();
  const [filter, setFilter] = useState(noFilter);
  const isDeleted = filter.shelf === 'deleted';
  const list = useLoras({ first: isDeleted ? undefined : first, isDeleted });
  const others = useSharedLoras();
  const cover = useCovers();
  const { restore } = useLoraActs();
  const all = isDeleted ? list.items : [...list.items, ...others.items];
  const isAnyShared = [...list.items, ...others.items].some(({ sharing }) => sharing !== null);
  const shown = filterLoras(all, filter);
  const further = list.hasNextPage || isDeleted ? list : others;
  const opened = place.view === 'lora' ? others.items.find(({ id }) => id === place.id) : undefined;
  const create = (
    <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={() => go({ view: 'create' })}>
      {words('create')}
    </Button>
  );
  const close = () => go({ view: 'list' });
  return (
    <PageBody>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="font-display font-semibold text-2xl">{words('title')}</h1>
          <p className="mt-1 max-w-prose text-muted">
            {words(!canChange ? 'viewer' : brand.canShare ? 'sharing.lead' : 'lead')}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button icon={<BookOpen aria-hidden size={16} />} onClick={() => go({ view: 'rules' })}>
            {words('rules')}
          </Button>
          {canChange && create}
        </div>
      </header>
      <LoraFilters
        filter={filter}
        shelves={loraShelves.filter((shelf) => shelf !== 'shared' || brand.canShare || isAnyShared)}
        onChange={setFilter}
      />
      {list.isError && !list.data ? (
        <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <div className={gridLook}>
          {[0, 1, 2].map((one) => (
            <Skeleton key={one} className="aspect-[4/5] w-full rounded-none" />
          ))}
        </div>
      ) : shown.length > 0 ? (
        <>
          <div className={`${gridLook} pt-px pl-px`}>
            {shown.map((lora) => (
              <LoraCard
                key={lora.id}
                lora={lora}
                cover={cover(lora)}
                canChange={canChange}
                sharingAct={sharingActOf(lora, brand)}
                onOpen={() => go({ view: 'lora', id: lora.id })}
                onRestore={() => void restore(lora)}
              />
            ))}
          </div>
          {further.hasNextPage && (
            <More
              shown={shown.length}
              hasMore
              isLoading={further.isFetchingNextPage}
              onMore={() => void further.fetchNextPage()}
            />
          )}
        </>
      ) : isDeleted && list.items.length === 0 ? (
        <EmptyState
          icon={<Trash2 aria-hidden />}
          title={words('emptyDeleted')}
          line={words('emptyDeletedLine', { days: deletedDays })}
        />
      ) : isFiltered(filter) ? (
        <EmptyState
          icon={<Search aria-hidden />}
          title={words('noneFound')}
          line={words('noneFoundLine')}
          action={<Button onClick={() => setFilter(noFilter)}>{words('showAll')}</Button>}
        />
      ) : (
        <EmptyState
          icon={<Shapes aria-hidden />}
          title={words('empty')}
          line={words(canChange ? 'emptyLine' : 'viewer')}
          action={canChange && create}
        />
      )}
      {place.view === 'create' && canChange && (
        <CreateDialog onClose={close} onStarted={(id) => go({ view: 'lora', id })} />
      )}
      {place.view === 'rules' && <RulesDialog onClose={close} />}
      {opened && (
        <SharedDialog
          lora={opened}
          sharingAct={sharingActOf(opened, brand)}
          cover={cover(opened)}
          onClose={close}
        />
      )}
      {place.view === 'lora' && !opened && !others.isPending && (
        <LoraDialog key={place.id} id={place.id} onClose={close} onOpen={(id) => go({ view: 'lora', id })} />
      )}
    </PageBody>
  );
}

const gridLook = 'grid grid-cols-1 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4';
