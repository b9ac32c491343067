'use client';

import { useQueryClient } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import type { BrandDocument, Page } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { More } from '../../primitives/more.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { usePages } from '../use-pages.ts';
import { DocumentDrop } from './document-drop.tsx';
import { DocumentList } from './document-list.tsx';
import { mayDeleteDocument } from './may-delete-document.ts';
import { SendingList } from './sending-list.tsx';
import { useSending } from './use-sending.ts';

const AlertDialog = dynamic(() =>
  import('../../primitives/alert-dialog.tsx').then((module) => module.AlertDialog),
);

/** What a brand keeps beside its pictures: guidelines, notes, contracts. */
export function DocumentsScreen({ first }: { readonly first?: Page<BrandDocument> | undefined }) {
  const words = useWords('documents');
  const { api, brand, personId } = useStudio();
  const client = useQueryClient();
  const [wish, setWish] = useState<BrandDocument | null>(null);
  const list = usePages({
    key: ['documents'],
    load: (cursor, signal) => api.documents.list({ cursor, signal }),
    first,
  });
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: [brand.id, 'documents'] }),
    [client, brand.id],
  );
  const sending = useSending(refresh);
  const isEmpty = !list.isPending && list.items.length === 0;
  const body = (
    <>
      <SendingList items={sending.items} onRetry={sending.retry} onDismiss={sending.dismiss} />
      {list.isError && !list.data ? (
        <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton className="h-48 w-full rounded-lg" />
      ) : isEmpty ? (
        brand.role === 'viewer' && (
          <EmptyState icon={<FileText aria-hidden />} title={words('empty')} line={words('emptyLine')} />
        )
      ) : (
        <>
          <DocumentList
            documents={list.items}
            mayDelete={(document) => mayDeleteDocument(document, { role: brand.role, personId })}
            onDelete={setWish}
          />
          {brand.role !== 'admin' && (
            <p className="text-muted text-sm">{words(brand.role === 'viewer' ? 'viewer' : 'adminsDelete')}</p>
          )}
          <More
            shown={list.items.length}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={words('title')} />
      <PageBody width="form">
        {brand.role === 'viewer' ? (
          body
        ) : (
          <DocumentDrop onFiles={sending.add} isSlim={!isEmpty || sending.items.length > 0}>
            {body}
          </DocumentDrop>
        )}
      </PageBody>
      <AlertDialog
        isOpen={wish !== null}
        onClose={() => setWish(null)}
        title={words('deleteTitle', { name: wish?.name ?? '' })}
        consequences={[words('deleteForAll'), words('deleteForGood')]}
        confirmLabel={words('deleteDo')}
        isDangerous
        onConfirm={async () => {
          if (wish) await api.documents.delete(wish.id);
          await refresh();
        }}
      />
    </>
  );
}
