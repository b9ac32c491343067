'use client';

import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { useBackCloses } from './use-back-closes.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useZoom } from './use-zoom.ts';

export interface LightboxPicture {
  readonly id: string;
  readonly url: string;
  readonly alt: string;
}

/** A key and what it does to the picture that is shown. */
export interface LightboxAction {
  readonly key: string;
  readonly label: string;
  readonly isPressed?: boolean | undefined;
  readonly run: () => void;
}

export interface LightboxProps {
  readonly pictures: readonly LightboxPicture[];
  /** Which one is shown; null while it is closed. */
  readonly index: number | null;
  readonly onMove: (index: number) => void;
  readonly onClose: () => void;
  readonly actions?: readonly LightboxAction[] | undefined;
  /** Beside the picture: a caption, settings. */
  readonly aside?: ReactNode;
}

/** Arrow keys move and never wrap; Z and a double click zoom, and the zoom stays for the next picture. Back closes. */
export function LightboxView({ pictures, index, onMove, onClose, actions = [], aside }: LightboxProps) {
  const words = useWords('lightbox');
  useBackCloses(onClose);
  const zoom = useZoom();
  const at = index ?? 0;
  const picture = pictures[at];
  const move = (step: number) => {
    const next = at + step;
    if (next >= 0 && next < pictures.length) onMove(next);
  };
  // The dialog keeps arrow keys from the window, where shortcuts are heard.
  const press = ({ key, target }: KeyboardEvent<HTMLElement>) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    if (key === 'ArrowLeft') move(-1);
    if (key === 'ArrowRight') move(1);
  };
  useShortcuts({
    z: zoom.toggle,
    ...Object.fromEntries(actions.map(({ key, run }) => [key, run])),
  });
  if (!picture) return null;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Popup
          onKeyDown={press}
          className="fixed inset-0 z-50 flex flex-col bg-[#0b0b0c] text-[#ededeb] outline-none lg:flex-row"
        >
          <Dialog.Title className="sr-only">{picture.alt}</Dialog.Title>
          <div className="relative min-h-0 min-w-0 flex-1">
            <div className="absolute inset-x-0 top-0 z-10 flex items-center justify-between p-2">
              <span className="figures rounded-sm bg-black/60 px-2 py-1 text-sm" aria-live="polite">
                {words('place', { place: at + 1, total: pictures.length })}
              </span>
              <Dialog.Close
                render={<IconButton label={words('close')} icon={<X size={20} />} className={overPicture} />}
              />
            </div>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the same as the Z key. */}
            <div className="absolute inset-0 overflow-hidden" onDoubleClick={zoom.toggle} {...zoom.handlers}>
              <img
                key={picture.id}
                src={picture.url}
                alt={picture.alt}
                draggable={false}
                className="size-full select-none object-contain"
                style={zoom.style}
              />
            </div>
            <Arrow side="left" label={words('previous')} isOff={at === 0} onClick={() => move(-1)} />
            <Arrow
              side="right"
              label={words('next')}
              isOff={at === pictures.length - 1}
              onClick={() => move(1)}
            />
            {actions.length > 0 && <Actions actions={actions} />}
          </div>
          {aside && (
            <aside className="max-h-[40%] overflow-y-auto bg-raised p-4 text-text lg:max-h-none lg:w-80">
              {aside}
            </aside>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const overPicture = 'bg-black/50 text-white! hover:bg-black/80';

interface ArrowProps {
  readonly side: 'left' | 'right';
  readonly label: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
}

function Arrow({ side, label, isOff, onClick }: ArrowProps) {
  return (
    <IconButton
      label={label}
      icon={side === 'left' ? <ChevronLeft size={22} /> : <ChevronRight size={22} />}
      disabled={isOff}
      onClick={onClick}
      className={classNames(
        overPicture,
        '-translate-y-1/2 absolute top-1/2',
        side === 'left' ? 'left-2' : 'right-2',
      )}
    />
  );
}

function Actions({ actions }: { readonly actions: readonly LightboxAction[] }) {
  return (
    <div className="absolute inset-x-0 bottom-3 flex justify-center gap-1.5 px-3">
      {actions.map(({ key, label, isPressed, run }) => (
        <button
          key={key}
          type="button"
          aria-pressed={isPressed}
          aria-keyshortcuts={key}
          onClick={run}
          className="flex min-h-9 items-center gap-2 rounded-md border border-white/20 bg-black/70 px-3 text-sm hover:bg-black aria-pressed:border-white aria-pressed:bg-white aria-pressed:text-black pointer-coarse:min-h-11"
        >
          {label}
          <kbd className="rounded-sm border border-current/40 px-1 font-sans text-xs uppercase opacity-80">
            {key}
          </kbd>
        </button>
      ))}
    </div>
  );
}
