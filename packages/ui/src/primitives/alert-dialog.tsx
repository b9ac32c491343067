'use client';

import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useState } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { ErrorLine } from './error-line.tsx';
import { popupLook } from './popup-look.ts';

interface AlertDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What it does, to what, and whether it can be taken back. */
  readonly consequences: readonly ReactNode[];
  readonly confirmLabel: string;
  readonly cost?: ReactNode;
  readonly isDangerous?: boolean | undefined;
  /** The dialog stays open, working, until it is done, and says why where it fails. */
  readonly onConfirm: () => Promise<void> | void;
}

/** Asks before something that costs or cannot be taken back. */
export function AlertDialog(props: AlertDialogProps) {
  const { isOpen, onClose, title, consequences, confirmLabel, cost, isDangerous = false, onConfirm } = props;
  const words = useWords('common');
  const [state, setState] = useState<'asking' | 'working' | 'failed'>('asking');
  const close = () => {
    if (state === 'working') return;
    setState('asking');
    onClose();
  };
  const confirm = async () => {
    setState('working');
    try {
      await onConfirm();
      setState('asking');
      onClose();
    } catch {
      setState('failed');
    }
  };
  return (
    <BaseAlertDialog.Root open={isOpen} onOpenChange={(open) => !open && close()}>
      <BaseAlertDialog.Portal>
        {/* Also over a dialog, which a nested one would leave as bright as itself. */}
        <BaseAlertDialog.Backdrop forceRender className="veil fixed inset-0 z-50" />
        <BaseAlertDialog.Viewport className="fixed inset-0 z-50 grid place-items-end p-3 sm:place-items-center">
          <BaseAlertDialog.Popup className={classNames(popupLook, 'pop w-full p-5 sm:max-w-md')}>
            <BaseAlertDialog.Title className="font-semibold text-md">{title}</BaseAlertDialog.Title>
            <BaseAlertDialog.Description render={<ul />} className="mt-2 flex flex-col gap-1.5 text-muted">
              {consequences.map((consequence, index) => (
                <li key={index}>{consequence}</li>
              ))}
            </BaseAlertDialog.Description>
            {state === 'failed' && <ErrorLine className="mt-3">{words('didNotWork')}</ErrorLine>}
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Button onClick={close}>{words('cancel')}</Button>
              <Button
                variant={isDangerous ? 'danger' : 'primary'}
                cost={cost}
                isLoading={state === 'working'}
                onClick={() => void confirm()}
              >
                {confirmLabel}
              </Button>
            </div>
          </BaseAlertDialog.Popup>
        </BaseAlertDialog.Viewport>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
