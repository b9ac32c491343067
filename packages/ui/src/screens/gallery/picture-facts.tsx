'use client';

import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { studioPaths } from '../studio-paths.ts';
import type { GalleryPicture } from './gallery-pictures.ts';

/** What a picture was made from, each fact to be copied by itself. */
export function PictureFacts({ picture }: { readonly picture: GalleryPicture }) {
  const words = useWords('gallery');
  const facts = [
    [words('prompt'), picture.prompt],
    [words('model'), picture.modelId],
    [words('seed'), picture.seed === null ? null : String(picture.seed)],
    [words('size'), picture.width && picture.height ? `${picture.width} × ${picture.height}` : null],
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      <dl className="flex flex-col gap-3">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt className="flex items-center justify-between text-muted text-sm">
                  {name}
                  <CopyButton text={value} label={words('copy', { name })} isIconOnly />
                </dt>
                <dd className="figures break-words">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="text-muted text-sm">
        <RelativeTime at={picture.createdAt} />
      </p>
      <ButtonLink href={studioPaths.generateWith(picture.modelId)}>{words('again')}</ButtonLink>
    </div>
  );
}
