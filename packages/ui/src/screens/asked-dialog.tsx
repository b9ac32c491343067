'use client';

import type { ComponentProps } from 'react';
import { AlertDialog } from '../primitives/alert-dialog.tsx';
import { useAskedAct } from './use-asked-act.tsx';

interface AskedDialogProps extends Omit<ComponentProps<typeof AlertDialog>, 'onConfirm'> {
  readonly onConfirm: () => Promise<unknown>;
}

/** Asks before an act of the interface, and says in place why that was refused. */
export function AskedDialog({ consequences, onClose, onConfirm, ...rest }: AskedDialogProps) {
  const act = useAskedAct(onConfirm);
  return (
    <AlertDialog
      {...rest}
      consequences={[...consequences, ...act.lines]}
      onClose={() => {
        act.forget();
        onClose();
      }}
      onConfirm={act.run}
    />
  );
}
