'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiRefusal } from '../../../api/api-refusal.ts';
import type { DeletedData } from '../../../api/settings-answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { Dialog } from '../../../primitives/dialog.tsx';
import { ErrorLine } from '../../../primitives/error-line.tsx';
import { Field } from '../../../primitives/field.tsx';
import { Input } from '../../../primitives/input.tsx';
import { Skeleton } from '../../../primitives/skeleton.tsx';
import { useSettingsApi } from '../use-settings-api.ts';
import { AmountList } from './amount-list.tsx';

interface DeleteDialogProps {
  readonly email: string;
  readonly leave: ReactNode;
  readonly onClose: () => void;
}

type Step = 'asking' | 'deleting' | { readonly refusal: string } | { readonly gone: DeletedData };

/** Says what goes, asks for the address, and says afterwards what went. */
export function DeleteDialog({ email, leave, onClose }: DeleteDialogProps) {
  const [words, common] = [useWords('settings.account'), useWords('common')];
  const api = useSettingsApi();
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<Step>('asking');
  const data = useQuery({ queryKey: ['my-data'], queryFn: ({ signal }) => api.me.data(signal), gcTime: 0 });
  const isMeant = typed.trim().toLowerCase() === email.toLowerCase();
  const remove = async () => {
    if (!isMeant) return;
    setStep('deleting');
    try {
      setStep({ gone: await api.me.delete() });
    } catch (error) {
      setStep({ refusal: (error instanceof ApiRefusal && error.message) || common('didNotWork') });
    }
  };
  if (typeof step === 'object' && 'gone' in step) {
    return (
      // There is nothing left to come back to.
      <Dialog
        isOpen
        onClose={() => location.assign('/sign-in')}
        title={words('gone')}
        width="narrow"
        actions={leave}
      >
        <p role="status">{words('goneLine')}</p>
        <AmountList amounts={step.gone} />
        {step.gone.running > 0 && (
          <p className="mt-3 text-muted text-sm">{words('running', { count: step.gone.running })}</p>
        )}
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onClose={() => step !== 'deleting' && onClose()}
      title={words('deleteTitle')}
      description={words('deleteForGood')}
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="danger"
            aria-disabled={!isMeant}
            isLoading={step === 'deleting'}
            onClick={() => void remove()}
          >
            {words('deleteDo')}
          </Button>
        </>
      }
    >
      <p className="font-medium text-sm">{words('whatGoes')}</p>
      {data.data ? (
        <AmountList amounts={data.data} />
      ) : data.isError ? (
        <p className="mt-1 text-muted">{words('unknownAmounts')}</p>
      ) : (
        <Skeleton className="mt-2 h-20 w-full" />
      )}
      <form
        className="mt-4"
        onSubmit={(event) => {
          event.preventDefault();
          void remove();
        }}
      >
        <Field label={words('typeAddress', { email })}>
          <Input
            type="email"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </Field>
      </form>
      {typeof step === 'object' && <ErrorLine className="mt-3">{step.refusal}</ErrorLine>}
    </Dialog>
  );
}
