'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Trash2 } from 'lucide-react';
import Link from 'next/link';
import type { CleanupPlan, Policy } from '../../api/settings-answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { toCleanupWord } from './cleanup-words.ts';
import { SettingsGroup } from './settings-group.tsx';
import { useSettingsApi } from './use-settings-api.ts';

/** How long things are kept, and what would be removed now. Nothing is, by looking. */
export function RetentionSection({ policy }: { readonly policy: Policy | undefined }) {
  const words = useWords('settings.retentionPreview');
  const { brand } = useStudio();
  const rules = policy?.retention;
  return (
    <>
      <SettingsGroup title={words('rules')} line={words('rulesLine')}>
        {rules ? (
          <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-4.5">
            <li>
              {rules.generationDays === null
                ? words('generationsKept')
                : words('generations', { days: rules.generationDays })}
            </li>
            <li>{words('deleted', { days: rules.deletedDays })}</li>
            <li>{words('trainingPictures')}</li>
          </ul>
        ) : (
          <Skeleton className="h-16 w-full max-w-xl" />
        )}
        <p>
          <Link href={studioPaths.settingsOf('policy')} className="underline underline-offset-4">
            {words(policy?.mayChange ? 'change' : 'look')}
          </Link>
        </p>
      </SettingsGroup>
      {brand.role === 'admin' && <CleanupPreview />}
    </>
  );
}

function CleanupPreview() {
  const words = useWords('settings.retentionPreview');
  const { brand } = useStudio();
  const api = useSettingsApi();
  const plan = useQuery({
    queryKey: [brand.id, 'cleanup'],
    queryFn: ({ signal }) => api.policy.cleanup(signal),
  });
  return (
    <SettingsGroup title={words('now')} line={words('nowLine')}>
      {plan.isError ? (
        <ScreenError title={words('notLoaded')} error={plan.error} onRetry={() => void plan.refetch()} />
      ) : plan.data ? (
        <PlanItems items={plan.data.items.filter(({ count }) => count > 0)} />
      ) : (
        <Skeleton className="h-24 w-full max-w-xl" />
      )}
    </SettingsGroup>
  );
}

function PlanItems({ items }: { readonly items: CleanupPlan['items'] }) {
  const words = useWords('settings.retentionPreview');
  if (items.length === 0) {
    return (
      <p className="flex items-center gap-2.5">
        <CircleCheck aria-hidden size={18} className="text-good" />
        {words('nothing')}
      </p>
    );
  }
  return (
    <ul className="max-w-xl overflow-hidden rounded-lg border border-line bg-raised">
      {items.map(({ code, count, message }) => {
        const word = toCleanupWord(code);
        return (
          <li key={code} className="flex items-start gap-3 border-line px-4 py-3 not-last:border-b">
            <Trash2 aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
            <span>{word ? words(`items.${word}`, { count }) : message}</span>
          </li>
        );
      })}
    </ul>
  );
}
