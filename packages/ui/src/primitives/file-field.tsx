'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

export interface FileFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly accept?: string | undefined;
  /** Takes a folder with all that is in it. */
  readonly isFolder?: boolean;
  /** Opens the camera of a phone: the one at the front or at the back. */
  readonly capture?: 'user' | 'environment' | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's own way to choose files, without a look: a button opens it. */
export function FileField({ ref, label, accept, isFolder, capture, onFiles }: FileFieldProps) {
  const take = (input: HTMLInputElement | null) => {
    if (!input?.files?.length) return;
    onFiles([...input.files]);
    input.value = '';
  };
  // What was chosen before the program of the page ran.
  const takeEarly = useEffectEvent(() => take(ref.current));
  useEffect(() => takeEarly(), []);
  return (
    <input
      ref={ref}
      type="file"
      multiple
      accept={accept}
      capture={capture}
      aria-label={label}
      tabIndex={-1}
      className="sr-only"
      onChange={({ target }) => take(target)}
      {...(isFolder && { webkitdirectory: '' })}
    />
  );
}
