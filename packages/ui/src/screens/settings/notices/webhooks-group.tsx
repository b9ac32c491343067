'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { WebhookEndpoint } from '../../../api/settings-answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { ErrorLine } from '../../../primitives/error-line.tsx';
import { Skeleton } from '../../../primitives/skeleton.tsx';
import { useStudio } from '../../studio.tsx';
import { SettingsGroup } from '../settings-group.tsx';
import { useSettingsApi } from '../use-settings-api.ts';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookRow } from './webhook-row.tsx';

const AlertDialog = dynamic(() =>
  import('../../../primitives/alert-dialog.tsx').then((module) => module.AlertDialog),
);

/** After a test its outcome comes within seconds. */
const pollMs = 5000;

/** Where the brand's machines are told; for admins. */
export function WebhooksGroup() {
  const words = useWords('settings.webhooks');
  const { brand } = useStudio();
  const api = useSettingsApi();
  const client = useQueryClient();
  const [wish, setWish] = useState<WebhookEndpoint | null>(null);
  const key = [brand.id, 'webhooks'];
  const list = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.webhooks.list(signal),
    refetchInterval: pollMs,
  });
  const refresh = () => client.invalidateQueries({ queryKey: key });
  return (
    <SettingsGroup title={words('title')} line={words('line')}>
      {list.isError && !list.data ? (
        <ErrorLine>{words('notLoaded')}</ErrorLine>
      ) : list.isPending ? (
        <Skeleton className="h-16 w-full" />
      ) : list.data.length === 0 ? (
        <p className="text-muted">{words('empty')}</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-raised">
          {list.data.map((endpoint) => (
            <WebhookRow
              key={endpoint.id}
              endpoint={endpoint}
              onChanged={refresh}
              onDelete={() => setWish(endpoint)}
            />
          ))}
        </ul>
      )}
      <WebhookForm onMade={refresh} />
      <AlertDialog
        isOpen={wish !== null}
        onClose={() => setWish(null)}
        title={words('deleteTitle')}
        consequences={[wish?.address ?? '', words('deleteLine')]}
        confirmLabel={words('deleteDo')}
        isDangerous
        onConfirm={async () => {
          if (wish) await api.webhooks.delete(wish.id);
          await refresh();
        }}
      />
    </SettingsGroup>
  );
}
