'use client';

import type { RefObject } from 'react';
import { FileField } from '../../../primitives/file-field.tsx';
import type { PickedFile } from './picked-file.ts';
import { fromFiles } from './read-picked.ts';

interface PictureInputsProps {
  readonly files: RefObject<HTMLInputElement | null>;
  readonly camera: RefObject<HTMLInputElement | null>;
  readonly labels: { readonly files: string; readonly camera: string };
  readonly onPicked: (files: readonly PickedFile[]) => void;
}

const types = 'image/jpeg,image/png,image/webp';

/** The two ways to bring pictures of oneself, without a look: files, and the camera at the front of a phone. */
export function PictureInputs({ files, camera, labels, onPicked }: PictureInputsProps) {
  const take = (chosen: readonly File[]) => onPicked(fromFiles(chosen));
  return (
    <>
      <FileField ref={files} label={labels.files} accept={`.jpg,.jpeg,.png,.webp,${types}`} onFiles={take} />
      <FileField ref={camera} label={labels.camera} accept={types} capture="user" onFiles={take} />
    </>
  );
}
