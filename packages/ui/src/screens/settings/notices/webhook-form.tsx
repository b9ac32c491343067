'use client';

import { useState } from 'react';
import { ApiRefusal } from '../../../api/api-refusal.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { CopyButton } from '../../../primitives/copy-button.tsx';
import { Field } from '../../../primitives/field.tsx';
import { Input } from '../../../primitives/input.tsx';
import { useSettingsApi } from '../use-settings-api.ts';

/** Adds an address, and shows its secret, this once. */
export function WebhookForm({ onMade }: { readonly onMade: () => Promise<unknown> }) {
  const [words, common] = [useWords('settings.webhooks'), useWords('common')];
  const api = useSettingsApi();
  const [address, setAddress] = useState('');
  const [state, setState] = useState<'resting' | 'saving'>('resting');
  const [error, setError] = useState<string | undefined>(undefined);
  const [secret, setSecret] = useState<string | null>(null);
  const add = async () => {
    if (!/^https:\/\/./.test(address.trim())) {
      setError(words('notHttps'));
      return;
    }
    setState('saving');
    setError(undefined);
    try {
      setSecret((await api.webhooks.create({ address: address.trim() })).secret);
      setAddress('');
      await onMade();
    } catch (refused) {
      setError((refused instanceof ApiRefusal && refused.message) || common('didNotWork'));
    }
    setState('resting');
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="flex max-w-xl flex-wrap items-start gap-2">
        <Field label={words('address')} error={error} className="min-w-56 flex-1">
          <Input
            type="url"
            autoComplete="off"
            placeholder="https://"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        </Field>
        <Button type="submit" className="mt-6" isLoading={state === 'saving'}>
          {words('add')}
        </Button>
      </div>
      {secret && (
        <div role="status" className="max-w-xl rounded-md border border-line bg-raised p-4">
          <p className="font-medium">{words('secret')}</p>
          <p className="mt-0.5 text-muted text-sm">{words('secretLine')}</p>
          <div className="mt-2.5 flex flex-wrap items-center gap-3">
            <code className="min-w-0 flex-1 basis-56 break-all rounded-sm bg-sunken px-2.5 py-2 text-sm">
              {secret}
            </code>
            <CopyButton text={secret} label={words('copySecret')} />
          </div>
        </div>
      )}
    </form>
  );
}
