'use client';

import type { Asset } from '@act/ui/api/answers';
import { IconButton } from '@act/ui/primitives/icon-button';
import { Spinner } from '@act/ui/primitives/spinner';
import { useStudio } from '@act/ui/screens/studio';
import { useRejectionWords } from '@act/ui/studio/datasets/use-rejection-words';
import { Check, TriangleAlert, X } from 'lucide-react';
import { useTranslations } from 'next-intl';

const remarks = ['small', 'blurred', 'dark', 'bright', 'low_contrast'] as const;

interface PhotoTileProps {
  readonly photo: Asset;
  readonly number: number;
  readonly onLeaveOut: (photo: Asset) => void;
}

/** One photo, with what the look at it found. */
export function PhotoTile({ photo, number, onLeaveOut }: PhotoTileProps) {
  const words = useTranslations('create.photos');
  const describe = useRejectionWords();
  const { api } = useStudio();
  const { status, findings } = photo;
  const remark = remarks.find((one) => findings.includes(one));
  return (
    <li className="plate relative aspect-square overflow-hidden rounded-sm">
      {status !== 'rejected' && (
        <img
          // Its own address holds for ever; that of a small copy ends.
          src={photo.thumbnailUrl ?? api.assets.imageUrl(photo)}
          alt={words('photo', { number })}
          draggable={false}
          className="size-full object-cover"
        />
      )}
      <span className="absolute inset-x-1 bottom-1 flex">
        {status === 'received' && (
          <span className="flex items-center gap-1.5 rounded-full bg-raised/95 py-0.5 pr-2.5 pl-1.5 text-xs">
            <Spinner size={13} label={words('checking')} />
            <span aria-hidden>{words('checking')}</span>
          </span>
        )}
        {status === 'ready' && (
          <span
            className={`flex items-center gap-1 rounded-full bg-raised/95 px-2 py-0.5 font-bold text-xs ${remark ? 'text-warn' : 'text-good'}`}
          >
            {remark ? (
              <TriangleAlert aria-hidden size={12} />
            ) : (
              <Check aria-hidden size={13} strokeWidth={3} />
            )}
            {words(remark ? `remarks.${remark}` : 'good')}
          </span>
        )}
      </span>
      {status === 'rejected' && (
        <span className="flex size-full flex-col items-center justify-center gap-1 overflow-hidden bg-bad-soft p-2 pt-7 text-center text-bad text-xs">
          {describe(photo) ?? words('rejected')}
        </span>
      )}
      <span className="absolute top-1 right-1 [&_button]:bg-raised/95">
        <IconButton
          size="small"
          label={words('leaveOut', { number })}
          icon={<X size={15} />}
          onClick={() => onLeaveOut(photo)}
        />
      </span>
    </li>
  );
}
