'use client';

import { Download, FileBox } from 'lucide-react';
import { useLocale } from 'next-intl';
import type { BrandModel } from '../../api/answers.ts';
import { formatBytes } from '../../format/bytes.ts';
import { useWords } from '../../messages/use-words.ts';
import { buttonLook } from '../../primitives/button-look.ts';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { DownloadLink } from '../download-link.tsx';
import { useStudio } from '../studio.tsx';

/** The weights of one version, with what is needed to check them. */
export function WeightsCard({ model }: { readonly model: BrandModel }) {
  const [words, language] = [useWords('job'), useLocale()];
  const { api } = useStudio();
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-4 rounded-lg border border-line bg-raised p-4">
      <FileBox aria-hidden size={28} strokeWidth={1.25} className="shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-72">
        <p className="truncate font-medium">{model.modelId}.safetensors</p>
        <p className="figures text-muted text-sm">
          {formatBytes(language, model.sizeBytes)}
          {model.rank !== null && ` · ${words('rank', { rank: model.rank })}`}
        </p>
        <p className="mt-1 flex min-w-0 items-center gap-1 text-muted text-xs">
          <span className="shrink-0">SHA-256</span>
          <code className="min-w-0 truncate font-mono">{model.sha256}</code>
          <CopyButton text={model.sha256} label={words('copyHash')} isIconOnly />
        </p>
      </div>
      <DownloadLink href={api.models.downloadUrl(model.modelId)} className={buttonLook('primary')}>
        <Download aria-hidden size={16} />
        {words('download')}
      </DownloadLink>
    </div>
  );
}
