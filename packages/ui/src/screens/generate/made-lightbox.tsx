'use client';

import { FloatingFoot } from '../gallery/floating-foot.tsx';
import { GalleryLightbox } from '../gallery/gallery-lightbox.tsx';
import { UndoNote } from '../gallery/undo-note.tsx';
import type { MadePictures } from './use-made-pictures.ts';

interface MadeLightboxProps {
  readonly made: MadePictures;
  readonly canChange: boolean;
}

/** What was made, one picture by one, and the way back for what was deleted. */
export function MadeLightbox({ made, canChange }: MadeLightboxProps) {
  const { pictures, open, setOpen, actions, deletion, renew } = made;
  return (
    <>
      <GalleryLightbox
        pictures={pictures}
        index={open}
        canChange={canChange}
        onMove={setOpen}
        onStar={actions.onStar}
        onRate={actions.onRate}
        onRemix={({ generation }) => actions.onRemix(generation)}
        onDelete={(picture) => actions.onDeletePicture(picture, picture.generation)}
        onShow={({ generation }) => renew(generation)}
      />
      {deletion.latest && (
        <FloatingFoot>
          <UndoNote pending={deletion.latest} onUndo={deletion.undo} />
        </FloatingFoot>
      )}
    </>
  );
}
