'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';

const DeleteDialog = dynamic(() => import('./delete-dialog.tsx').then((module) => module.DeleteDialog), {
  ssr: false,
});

interface DeleteAccountProps {
  readonly email: string | null;
  readonly leave: ReactNode;
}

/** The way out for good. */
export function DeleteAccount({ email, leave }: DeleteAccountProps) {
  const words = useWords('settings.account');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p className="max-w-prose">{words('deleteKept')}</p>
      <p>
        <Button variant="danger" aria-disabled={email === null} onClick={() => setIsOpen(true)}>
          {words('deleteAsk')}
        </Button>
      </p>
      {isOpen && email !== null && (
        <DeleteDialog email={email} leave={leave} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
