'use client';

import type { Page, TrainingJob } from '@act/ui/api/answers';
import { PageBody } from '@act/ui/frame/page-body';
import { PageHeader } from '@act/ui/frame/page-header';
import { ButtonLink } from '@act/ui/primitives/button-link';
import { More } from '@act/ui/primitives/more';
import { Skeleton } from '@act/ui/primitives/skeleton';
import { ScreenError } from '@act/ui/screens/screen-error';
import { useStudio } from '@act/ui/screens/studio';
import { Plus, Wand } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDraft } from '../create/use-draft.ts';
import { FreePlace } from './free-place.tsx';
import { Invitation } from './invitation.tsx';
import { TwinCard } from './twin-card.tsx';
import { useTwins } from './use-twins.ts';

/** One's twins as characters, or the invitation to make the first. */
export function TwinsScreen({ first }: { readonly first?: Page<TrainingJob> | undefined }) {
  const words = useTranslations('twins');
  const mayCreate = useStudio().brand.role !== 'viewer';
  const list = useTwins(first);
  const { isBegun } = useDraft();
  const isEmpty = list.isSuccess && list.twins.length === 0;
  return (
    <>
      <PageHeader
        title={words('title')}
        actions={
          mayCreate &&
          !isEmpty && (
            <ButtonLink
              href="/create"
              variant="primary"
              icon={<Plus aria-hidden size={17} strokeWidth={3} />}
            >
              {words(isBegun ? 'goOn' : 'another')}
            </ButtonLink>
          )
        }
      />
      <PageBody>
        {list.isError && !list.data ? (
          <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Skeleton className="h-96 w-full rounded-lg" />
        ) : isEmpty ? (
          <Invitation
            action={
              mayCreate && (
                <ButtonLink href="/create" variant="primary" icon={<Wand aria-hidden size={17} />}>
                  {words(isBegun ? 'goOn' : 'first')}
                </ButtonLink>
              )
            }
          />
        ) : (
          <>
            <ul
              aria-label={words('title')}
              className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4"
            >
              {list.twins.map((twin) => (
                <TwinCard key={twin.job.id} twin={twin} />
              ))}
              {mayCreate && <FreePlace label={words(isBegun ? 'goOn' : 'another')} />}
            </ul>
            {list.hasNextPage && (
              <More
                shown={list.twins.length}
                hasMore
                isLoading={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
              />
            )}
          </>
        )}
      </PageBody>
    </>
  );
}
