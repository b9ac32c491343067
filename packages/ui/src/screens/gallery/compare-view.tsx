'use client';

import { Dialog } from '@base-ui/react/dialog';
import { ArrowLeftRight, X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { CompareSlider } from '../../primitives/compare-slider.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { useBackCloses } from '../../primitives/use-back-closes.ts';
import { useShortcuts } from '../../primitives/use-shortcuts.ts';
import { type CompareMode, compareModes, nextMode } from './compare-mode.ts';

interface ComparedPicture {
  readonly url: string;
  readonly alt: string;
  readonly label: string;
}

export interface ComparePicturesProps {
  readonly one: ComparedPicture;
  readonly other: ComparedPicture;
  /** Width by height. */
  readonly ratio: number;
  readonly onClose: () => void;
}

/** By an edge, side by side, or one in the place of the other: M goes on to the next way, C swaps, Esc leaves. */
export function CompareView({ one, other, ratio, onClose }: ComparePicturesProps) {
  const words = useWords('comparing');
  useBackCloses(onClose);
  const [mode, setMode] = useState<CompareMode>('slider');
  const [isSwapped, setIsSwapped] = useState(false);
  const [left, right] = isSwapped ? [other, one] : [one, other];
  const swap = () => setIsSwapped((was) => !was);
  useShortcuts({ m: () => setMode(nextMode), c: swap, z: onClose });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Popup className="fixed inset-0 z-50 flex flex-col bg-[#0b0b0c] text-[#ededeb] outline-none">
          <Dialog.Title className="sr-only">{words('title')}</Dialog.Title>
          <header className="flex items-center gap-2 p-2">
            <fieldset className="flex gap-1">
              <legend className="sr-only">{words('mode')}</legend>
              {compareModes.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={each === mode}
                  onClick={() => setMode(each)}
                  className="min-h-9 rounded-md border border-[rgb(255_255_255/0.20)] px-3 text-sm hover:bg-[rgb(255_255_255/0.10)] aria-pressed:border-[#fff] aria-pressed:bg-[#fff] aria-pressed:text-[#000] pointer-coarse:min-h-11"
                >
                  {words(`modes.${each}`)}
                </button>
              ))}
            </fieldset>
            <IconButton
              label={words('swap')}
              aria-keyshortcuts="C"
              icon={<ArrowLeftRight size={18} />}
              className="text-[#fff]! hover:bg-[rgb(255_255_255/0.10)]"
              onClick={swap}
            />
            <p className="ml-auto text-sm text-[rgb(255_255_255/0.70)] max-sm:hidden">{words('keys')}</p>
            <Dialog.Close
              render={
                <IconButton
                  label={words('close')}
                  icon={<X size={20} />}
                  className="text-[#fff]! hover:bg-[rgb(255_255_255/0.10)] max-sm:ml-auto"
                />
              }
            />
          </header>
          <div className="grid min-h-0 flex-1 place-items-center p-3">
            {mode === 'slider' && (
              <div style={{ width: `min(100%, calc((100dvh - 90px) * ${ratio}))` }}>
                <CompareSlider left={left} right={right} ratio={ratio} />
              </div>
            )}
            {mode === 'side' && (
              <div className="grid size-full min-h-0 grid-cols-1 grid-rows-2 gap-2 landscape:grid-cols-2 landscape:grid-rows-1">
                {[left, right].map((picture) => (
                  <Shown key={picture.label} picture={picture} />
                ))}
              </div>
            )}
            {mode === 'flip' && (
              <button type="button" aria-label={words('swap')} onClick={swap} className="size-full min-h-0">
                <Shown picture={left} />
              </button>
            )}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Shown({ picture }: { readonly picture: ComparedPicture }) {
  return (
    <span className="relative block size-full min-h-0 min-w-0">
      <img
        src={picture.url}
        alt={picture.alt}
        draggable={false}
        className="absolute inset-0 size-full object-contain"
      />
      <span className="absolute top-2 left-2 rounded-sm bg-[rgb(0_0_0/0.70)] px-1.5 py-0.5 text-[#fff] text-xs">
        {picture.label}
      </span>
    </span>
  );
}
