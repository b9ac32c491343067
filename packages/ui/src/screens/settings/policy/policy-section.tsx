'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Policy } from '../../../api/settings-answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Skeleton } from '../../../primitives/skeleton.tsx';
import { ScreenError } from '../../screen-error.tsx';
import { useStudio } from '../../studio.tsx';
import { useSettingsApi } from '../use-settings-api.ts';
import { PolicyForm } from './policy-form.tsx';

/** How often it is asked whether an admin changed it. */
const pollMs = 15_000;

/** What the brand allows: shown to everybody in it, changed by its admins. */
export function PolicySection({ first }: { readonly first?: Policy | undefined }) {
  const words = useWords('settings.policy');
  const { brand } = useStudio();
  const api = useSettingsApi();
  const client = useQueryClient();
  const key = [brand.id, 'policy'];
  const policy = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.policy.get(signal),
    initialData: first,
    refetchInterval: pollMs,
  });
  if (policy.isError && !policy.data) {
    return (
      <ScreenError title={words('notLoaded')} error={policy.error} onRetry={() => void policy.refetch()} />
    );
  }
  if (!policy.data) return <Skeleton className="h-96 w-full rounded-lg" />;
  return (
    <PolicyForm
      // What somebody else changed takes the place of what stood there, and of nothing that is being written.
      policy={policy.data}
      onSave={async (wish) => {
        client.setQueryData(key, await api.policy.change(wish));
      }}
    />
  );
}
