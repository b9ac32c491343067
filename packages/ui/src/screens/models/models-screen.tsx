'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Boxes } from 'lucide-react';
import type { BrandModel, Page } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { More } from '../../primitives/more.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { usePages } from '../use-pages.ts';
import { groupVersions } from './group-versions.ts';
import { ModelSection } from './model-section.tsx';
import { useSamples, useTrainings } from './use-model-facts.ts';

/** What the brand has trained: every model with its versions, and which of them is in use. */
export function ModelsScreen({ first }: { readonly first?: Page<BrandModel> | undefined }) {
  const words = useWords('models');
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const list = usePages({
    key: ['models'],
    load: (cursor, signal) => api.models.list({ cursor, signal, includeRetired: true }),
    first,
  });
  const [trainings, samples] = [useTrainings(), useSamples()];
  const refresh = async () => client.invalidateQueries({ queryKey: [brand.id, 'models'] });
  const isEmpty = list.data !== undefined && list.items.length === 0;
  const train = (
    <ButtonLink href={studioPaths.upload} variant="primary">
      {words('train')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={words('title')} actions={brand.role !== 'viewer' && !isEmpty && train} />
      <PageBody>
        {list.isError && !list.data ? (
          <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <>
            <Skeleton className="h-44 w-full rounded-lg" />
            <Skeleton className="h-44 w-full rounded-lg" />
          </>
        ) : isEmpty ? (
          <EmptyState
            icon={<Boxes aria-hidden />}
            title={words('empty')}
            line={words(brand.role === 'viewer' ? 'emptyViewer' : 'emptyLine')}
            action={brand.role !== 'viewer' && train}
          />
        ) : (
          <>
            {list.isError && (
              <p role="status" className="text-muted text-sm">
                {words('old')}
              </p>
            )}
            {groupVersions(list.items).map((versions) => (
              <ModelSection
                key={versions[0].name}
                versions={versions}
                trainings={trainings}
                samples={samples}
                onChanged={refresh}
              />
            ))}
            <More
              shown={list.items.length}
              hasMore={list.hasNextPage}
              isLoading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </PageBody>
    </>
  );
}
