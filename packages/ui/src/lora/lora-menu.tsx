'use client';

import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { IconButton } from '../primitives/icon-button.tsx';
import { Menu } from '../primitives/menu.tsx';
import type { SharingAct } from './lora.ts';
import { SharingIcon } from './sharing-icon.tsx';

const SharingQuestion = dynamic(() =>
  import('./sharing-question.tsx').then((module) => module.SharingQuestion),
);

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
      {isAsked && <SharingQuestion lora={lora} act={act} onClose={() => setIsAsked(false)} />}
    </>
  );
}
