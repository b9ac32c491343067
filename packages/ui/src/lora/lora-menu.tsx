'use client';

import { Ellipsis, Lock, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { IconButton } from '../primitives/icon-button.tsx';
import { Menu } from '../primitives/menu.tsx';
import { isWishedShared } from './lora.ts';
import { useLoraActs } from './use-lora-acts.ts';

const AlertDialog = dynamic(() =>
  import('../primitives/alert-dialog.tsx').then((module) => module.AlertDialog),
);

/** Sharing out of the list: asked once more, for others see it then. */
export function LoraMenu({ lora }: { readonly lora: Lora }) {
  const words = useWords('lora.sharing');
  const { share, withdraw } = useLoraActs();
  const [isAsked, setIsAsked] = useState(false);
  const isShared = isWishedShared(lora);
  const label = words(isShared ? 'withdraw' : 'share');
  return (
    <>
      <Menu
        trigger={
          <IconButton
            size="small"
            className="relative z-10"
            label={words('menu', { name: lora.name })}
            icon={<Ellipsis size={16} />}
          />
        }
        groups={[
          [
            {
              label,
              icon: isShared ? <Lock size={15} /> : <Users size={15} />,
              onChoose: () => setIsAsked(true),
            },
          ],
        ]}
      />
      {isAsked && (
        <AlertDialog
          isOpen
          onClose={() => setIsAsked(false)}
          title={words(isShared ? 'withdrawTitle' : 'shareTitle', { name: lora.name })}
          consequences={[words(isShared ? 'withdrawLine' : 'shareLine')]}
          confirmLabel={label}
          onConfirm={async () => void (await (isShared ? withdraw(lora) : share(lora)))}
        />
      )}
    </>
  );
}
