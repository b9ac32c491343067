'use client';

import { Repeat2 } from 'lucide-react';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { formatBytes } from '../../format/bytes.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { usePrice } from '../../primitives/price.tsx';
import { Rating } from '../../primitives/rating.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { readSettings } from '../generate/picture-settings.ts';
import type { GalleryPicture } from './gallery-pictures.ts';
import { usePainterName } from './use-painter-name.ts';

interface PictureFactsProps {
  readonly picture: GalleryPicture;
  readonly canChange: boolean;
  readonly onRate: (rating: number | null) => void;
  readonly onRemix?: (() => void) | undefined;
}

/** What a picture was made from, each fact to be copied by itself. */
export function PictureFacts({ picture, canChange, onRate, onRemix }: PictureFactsProps) {
  const [words, language, price, painterName] = [
    useWords('pictures'),
    useLocale(),
    usePrice(),
    usePainterName(),
  ];
  const { generation } = picture;
  const settings = readSettings(generation.settings);
  const share = generation.costUsd === null ? null : generation.costUsd / (generation.requestedImages || 1);
  const text = (value: number | null) => (value === null ? null : String(value));
  const facts = [
    [words('prompt'), generation.prompt],
    [words('negativePrompt'), settings.negativePrompt],
    [words('model'), painterName(generation)],
    [
      words('secondModel'),
      generation.secondModelId && painterName({ modelName: generation.secondModelName }),
    ],
    [words('seed'), text(picture.seed ?? settings.seed)],
    [words('strength'), text(settings.scale)],
    [words('secondStrength'), generation.secondModelId && text(settings.secondScale)],
    [words('steps'), text(settings.steps)],
    [words('guidance'), text(settings.guidance)],
    [words('size'), picture.width && picture.height ? `${picture.width} × ${picture.height}` : null],
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      <Rating
        label={words('rating')}
        value={picture.rating}
        nameOf={(value) => words('ratingOf', { value })}
        isDisabled={!canChange}
        onRate={onRate}
      />
      <dl className="flex flex-col">
        {facts.map(([name, value]) => value !== null && <Fact key={name} name={name} value={value} />)}
      </dl>
      <p className="figures flex flex-wrap gap-x-2 text-muted text-sm">
        <RelativeTime at={generation.createdAt} />
        {picture.sizeBytes !== null && <span>· {formatBytes(language, picture.sizeBytes)}</span>}
        {share !== null && <span>· {words('cost', { cost: price(share) })}</span>}
      </p>
      {onRemix && (
        <Button icon={<Repeat2 aria-hidden size={16} />} onClick={onRemix}>
          {words('remix')}
        </Button>
      )}
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  const words = useWords('pictures');
  return (
    <div className="border-line border-b py-1.5">
      <dt className="flex items-center justify-between text-muted text-sm">
        {name}
        <CopyButton text={value} label={words('copy', { name })} isIconOnly />
      </dt>
      <dd className="figures break-words pb-1">{value}</dd>
    </div>
  );
}
