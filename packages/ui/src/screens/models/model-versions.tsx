'use client';

import { Download, Radio, Sparkles } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { BrandModel } from '../../api/answers.ts';
import { formatBytes } from '../../format/bytes.ts';
import { useWords } from '../../messages/use-words.ts';
import { Badge } from '../../primitives/badge.tsx';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import type { Versions } from './group-versions.ts';

const AlertDialog = dynamic(() =>
  import('../../primitives/alert-dialog.tsx').then((module) => module.AlertDialog),
);

interface ModelVersionsProps {
  readonly versions: Versions;
  readonly onChanged: () => Promise<void>;
}

/** One model: its trigger word, and its versions, one of which is live. */
export function ModelVersions({ versions, onChanged }: ModelVersionsProps) {
  const [words, bases] = [useWords('models'), useWords('bases')];
  const { api } = useStudio();
  const [wish, setWish] = useState<BrandModel | null>(null);
  const [newest] = versions;
  const live = versions.find(({ aliases }) => aliases.includes('live'));
  return (
    <section aria-label={newest.name} className="overflow-hidden rounded-lg border border-line bg-raised">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3">
        <h2 className="font-display font-semibold text-md">{newest.name}</h2>
        <span className="text-muted text-sm">{bases(newest.modelType)}</span>
        {newest.triggerWord && (
          <span className="flex items-center gap-1 text-sm">
            <code className="rounded-sm bg-sunken px-1.5 py-0.5 font-mono">{newest.triggerWord}</code>
            <CopyButton text={newest.triggerWord} label={words('copyTrigger')} isIconOnly />
          </span>
        )}
      </header>
      <ul>
        {versions.map((version) => (
          <Version
            key={version.id}
            version={version}
            isLive={version === live}
            onLive={() => setWish(version)}
          />
        ))}
      </ul>
      <AlertDialog
        isOpen={wish !== null}
        onClose={() => setWish(null)}
        title={words('liveTitle', { version: wish?.version ?? 0 })}
        consequences={[words('liveChanges', { name: newest.name }), words('liveBack')]}
        confirmLabel={words('setLive')}
        onConfirm={async () => {
          if (wish) await api.models.setAlias(wish.name, 'live', wish.version);
          await onChanged();
        }}
      />
    </section>
  );
}

interface VersionProps {
  readonly version: BrandModel;
  readonly isLive: boolean;
  readonly onLive: () => void;
}

function Version({ version, isLive, onLive }: VersionProps) {
  const [words, language] = [useWords('models'), useLocale()];
  const { api, brand } = useStudio();
  const isRetired = version.status === 'retired';
  return (
    <li
      className={classNames(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-line px-4 py-2.5 not-last:border-b',
        isRetired && 'text-muted',
      )}
    >
      <span className="figures w-8 font-semibold">v{version.version}</span>
      {isLive && (
        <Badge tone="good" icon={<Radio aria-hidden size={13} />}>
          {words('live')}
        </Badge>
      )}
      {isRetired && <Badge>{words('retired')}</Badge>}
      <span className="figures text-muted text-sm">
        <RelativeTime at={version.createdAt} /> · {formatBytes(language, version.sizeBytes)}
        {version.rank !== null && ` · ${words('rank', { rank: version.rank })}`}
      </span>
      <span className="ml-auto flex flex-wrap gap-1.5">
        {!isLive && !isRetired && brand.role === 'admin' && (
          <Button size="small" variant="quiet" onClick={onLive}>
            {words('setLive')}
          </Button>
        )}
        <a
          href={api.models.downloadUrl(version.modelId)}
          className="inline-grid size-7 place-items-center rounded-md text-muted hover:bg-text/7 hover:text-text pointer-coarse:size-11"
          aria-label={words('download', { version: version.version })}
          title={words('download', { version: version.version })}
        >
          <Download aria-hidden size={16} />
        </a>
        {!isRetired && (
          <ButtonLink
            size="small"
            href={studioPaths.generateWith(version.modelId)}
            icon={<Sparkles aria-hidden size={14} />}
          >
            {words('generate')}
          </ButtonLink>
        )}
      </span>
    </li>
  );
}
