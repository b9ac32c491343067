'use client';

import { BellRing } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { notify } from '../../../primitives/notify.ts';
import { Skeleton } from '../../../primitives/skeleton.tsx';
import { SettingsGroup } from '../settings-group.tsx';
import { useSettingsApi } from '../use-settings-api.ts';
import { type PushState, readPushState, subscribeToPush } from './browser-push.ts';
import { unsubscribeFromPush } from './push-subscription.ts';

/** Notices in this very browser. What the browser is going to ask is said before it asks. */
export function PushGroup({ pushKey }: { readonly pushKey?: string | undefined }) {
  const words = useWords('settings.push');
  const api = useSettingsApi();
  const [state, setState] = useState<PushState | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  useEffect(() => {
    void readPushState().then(setState, () => setState('unable'));
  }, []);
  const toggle = async () => {
    setIsWorking(true);
    try {
      if (state === 'on') {
        const endpoint = await unsubscribeFromPush();
        if (endpoint) await api.notices.removePush(endpoint);
      } else if (pushKey) {
        const subscription = await subscribeToPush(pushKey);
        if (subscription) await api.notices.savePush(subscription);
      }
    } catch {
      notify('error', words('failed'));
    }
    setState(await readPushState());
    setIsWorking(false);
  };
  return (
    <SettingsGroup title={words('title')} line={words('line')}>
      {state === null && pushKey ? (
        <Skeleton className="h-23 w-full max-w-xl" />
      ) : (
        <div className="flex max-w-xl flex-col items-start gap-3">
          <p className="min-h-10">{words(pushKey && state ? `states.${state}` : 'states.none')}</p>
          {pushKey && (state === 'off' || state === 'on') && (
            <Button
              icon={<BellRing aria-hidden size={16} />}
              isLoading={isWorking}
              onClick={() => void toggle()}
            >
              {words(state === 'on' ? 'end' : 'begin')}
            </Button>
          )}
        </div>
      )}
    </SettingsGroup>
  );
}
