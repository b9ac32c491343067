'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { IconButton } from '../primitives/icon-button.tsx';
import { Menu } from '../primitives/menu.tsx';
import { LazySharingQuestion } from './lazy-sharing-question.ts';
import type { SharingAct } from './lora.ts';
import { SharingIcon } from './sharing-icon.tsx';

interface LoraMenuProps {
  readonly lora: Lora;
  readonly act: SharingAct;
}

/** Sharing out of the list: asked once more, for others see it then. */
export function LoraMenu({ lora, act }: LoraMenuProps) {
  const words = useWords('lora.sharing');
  const [isAsked, setIsAsked] = useState(false);
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
              label: words(act),
              icon: <SharingIcon act={act} />,
              onChoose: () => setIsAsked(true),
            },
          ],
        ]}
      />
      {isAsked && <LazySharingQuestion lora={lora} act={act} onClose={() => setIsAsked(false)} />}
    </>
  );
}
