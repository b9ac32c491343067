'use client';

import Link from 'next/link';
import type { Asset, ReadinessReport } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';

interface PictureStripProps {
  readonly pictures: readonly Asset[];
  /** So many more are still looked at. */
  readonly checking: number;
  readonly report: ReadinessReport | undefined;
}

const mostShown = 15;
const looks = { ready: 'text-good', needs_attention: 'text-warn', blocked: 'text-bad' };

/** What it learns from, in sight while everything else is chosen. */
export function PictureStrip({ pictures, checking, report }: PictureStripProps) {
  const words = useWords('configure');
  const { api } = useStudio();
  const shown = pictures.slice(0, mostShown);
  const rest = pictures.length - shown.length;
  return (
    <section aria-label={words('learnsFrom')} className="flex flex-col gap-2.5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-medium text-sm">{words('pictureCount', { count: pictures.length })}</h2>
        <Link href={studioPaths.upload} className="rounded-sm text-muted text-sm underline hover:text-text">
          {words('changePictures')}
        </Link>
      </div>
      <ul className="grid grid-cols-8 gap-0.5 overflow-hidden rounded-lg md:grid-cols-[repeat(15,minmax(0,1fr))] xl:grid-cols-5">
        {shown.map((asset) => (
          <li key={asset.id} className="plate aspect-square max-md:nth-[n+9]:hidden">
            <img
              src={asset.thumbnailUrl ?? api.assets.imageUrl(asset)}
              alt=""
              loading="lazy"
              decoding="async"
              className="size-full object-cover"
            />
          </li>
        ))}
      </ul>
      <p className="flex justify-between gap-3 text-sm">
        <span className={classNames('min-h-[18px]', report && looks[report.verdict])}>
          {report &&
            words(`pictureVerdicts.${report.verdict === 'needs_attention' ? 'attention' : report.verdict}`)}
        </span>
        {rest > 0 && (
          <span className="figures text-muted max-md:hidden">{words('andMore', { count: rest })}</span>
        )}
      </p>
      <p role="status" className="text-muted text-sm empty:hidden">
        {checking > 0 && words('joinLater', { count: checking })}
      </p>
    </section>
  );
}
