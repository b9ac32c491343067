'use client';

import { Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { WebhookEndpoint } from '../../../api/settings-answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Badge } from '../../../primitives/badge.tsx';
import { Button } from '../../../primitives/button.tsx';
import { IconButton } from '../../../primitives/icon-button.tsx';
import { notify } from '../../../primitives/notify.ts';
import { RelativeTime } from '../../../primitives/relative-time.tsx';
import { useSettingsApi } from '../use-settings-api.ts';
import { toWebhookTrouble } from './webhook-trouble.ts';

interface WebhookRowProps {
  readonly endpoint: WebhookEndpoint;
  readonly onChanged: () => Promise<unknown>;
  readonly onDelete: () => void;
}

/** One address: whether it is called, what went wrong the last time in words, and a test. */
export function WebhookRow({ endpoint, onChanged, onDelete }: WebhookRowProps) {
  const words = useWords('settings.webhooks');
  const api = useSettingsApi();
  const [doing, setDoing] = useState<'test' | 'switch' | null>(null);
  const { id, address, isEnabled, disabledReason, lastError, lastSentAt } = endpoint;
  const run = async (what: 'test' | 'switch', act: () => Promise<unknown>) => {
    setDoing(what);
    try {
      await act();
      await onChanged();
      if (what === 'test') notify('success', words('tested'));
    } catch {
      notify('error', words('notDone'));
    }
    setDoing(null);
  };
  const trouble = toWebhookTrouble(lastError?.code ?? null);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line px-4 py-3 not-last:border-b">
      <div className="min-w-0 flex-1 basis-64">
        <p className="break-all font-mono text-sm">{address}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
          <Badge tone={isEnabled ? 'good' : disabledReason ? 'bad' : 'neutral'}>
            {words(
              isEnabled ? 'on' : disabledReason === 'gone' ? 'gone' : disabledReason ? 'failing' : 'off',
            )}
          </Badge>
          {lastSentAt ? (
            <span>
              {words('lastSent')} <RelativeTime at={lastSentAt} />
            </span>
          ) : (
            words('neverSent')
          )}
        </p>
        {lastError && (
          <p className="mt-1 text-bad text-sm">
            {words(`troubles.${trouble.kind}`, { status: trouble.status })}
          </p>
        )}
      </div>
      <span className="flex items-center gap-1.5">
        {isEnabled ? (
          <Button
            size="small"
            icon={<Send aria-hidden size={14} />}
            isLoading={doing === 'test'}
            onClick={() => void run('test', () => api.webhooks.test(id))}
          >
            {words('test')}
          </Button>
        ) : (
          <Button
            size="small"
            isLoading={doing === 'switch'}
            onClick={() => void run('switch', () => api.webhooks.update(id, { isEnabled: true }))}
          >
            {words('switchOn')}
          </Button>
        )}
        <IconButton
          size="small"
          label={words('delete', { address })}
          icon={<Trash2 size={16} />}
          onClick={onDelete}
        />
      </span>
    </li>
  );
}
