'use client';

import { Columns2, Copy, Download, Ellipsis, PackageOpen, PackageX, Radio, Sparkles } from 'lucide-react';
import { useLocale } from 'next-intl';
import type { BrandModel, Generation, TrainingJob } from '../../api/answers.ts';
import { formatBytes } from '../../format/bytes.ts';
import { useWords } from '../../messages/use-words.ts';
import { Badge } from '../../primitives/badge.tsx';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Menu } from '../../primitives/menu.tsx';
import { notify } from '../../primitives/notify.ts';
import { usePrice } from '../../primitives/price.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { DownloadLink } from '../download-link.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { isOthers } from './group-versions.ts';
import { VersionPicture } from './version-picture.tsx';

interface VersionRowProps {
  readonly version: BrandModel;
  /** The one that is live; none where nothing is. */
  readonly live: BrandModel | undefined;
  readonly training: TrainingJob | undefined;
  readonly samples: readonly Generation[];
  readonly onLive: () => void;
  readonly onRetire: () => void;
  readonly onRestore: () => void;
  /** Missing where there is no other version to compare with. */
  readonly onCompare?: (() => void) | undefined;
}

/** One version: what it is, what it cost, and what can be done with it. */
export function VersionRow(props: VersionRowProps) {
  const { version, live, training, samples, onLive, onRetire, onRestore, onCompare } = props;
  const [words, language] = [useWords('models'), useLocale()];
  const toPrice = usePrice();
  const { api, brand } = useStudio();
  const isRetired = version.status === 'retired';
  const isLive = version.id === live?.id;
  const isManaged = brand.role === 'admin' && !isOthers(version);
  const steps = training?.config?.steps;
  const facts = [
    version.rank !== null && words('rank', { rank: version.rank }),
    formatBytes(language, version.sizeBytes),
    // What is read of the training comes later, after what is there at once.
    steps !== undefined && words('steps', { steps }),
    training && words('pictures', { count: training.trainingAssetIds.length }),
    training?.costUsd != null && toPrice(training.costUsd),
  ].filter((fact) => fact !== false && fact !== undefined);
  return (
    <li
      className={classNames(
        'grid grid-cols-[56px_minmax(0,1fr)] items-center gap-x-4 gap-y-3 border-line px-4 py-3 not-last:border-b sm:grid-cols-[64px_minmax(0,1fr)_auto]',
        isRetired && 'text-muted',
      )}
    >
      <VersionPicture
        modelId={version.modelId}
        sha256={version.sha256}
        samples={samples}
        className={classNames('size-14 sm:size-16', isRetired && 'opacity-50 grayscale')}
      />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="figures font-semibold text-md">v{version.version}</span>
          {isLive && (
            <Badge tone="good" icon={<Radio aria-hidden size={13} />}>
              {words('live')}
            </Badge>
          )}
          {version.aliases
            .filter((alias) => alias !== 'live')
            .map((alias) => (
              <Badge key={alias}>@{alias}</Badge>
            ))}
          {isRetired && <Badge>{words('retired')}</Badge>}
          <span className="text-muted text-sm">
            <RelativeTime at={version.createdAt} />
          </span>
        </p>
        <p className="figures mt-0.5 flex flex-wrap content-start gap-x-3 text-muted text-sm max-sm:min-h-9">
          <code title={version.sha256} className="font-mono text-xs leading-[18px]">
            {version.sha256.slice(0, 8)}
          </code>
          {facts.map((fact) => (
            <span key={fact} className="whitespace-nowrap">
              {fact}
            </span>
          ))}
        </p>
        {version.sourcesDeletedAt && <p className="mt-0.5 text-sm text-warn">{words('sourcesGone')}</p>}
      </div>
      <span className="col-span-full flex flex-wrap items-center gap-1.5 sm:col-auto sm:justify-end">
        {!isLive && !isRetired && isManaged && (
          <Button size="small" onClick={onLive}>
            {words(live && version.version < live.version ? 'rollBack' : 'setLive')}
          </Button>
        )}
        {!isRetired && brand.role !== 'viewer' && (
          <ButtonLink
            size="small"
            variant={isLive ? 'primary' : 'secondary'}
            href={studioPaths.generateWith(version.modelId)}
            icon={<Sparkles aria-hidden size={14} />}
          >
            {words('generate')}
          </ButtonLink>
        )}
        <DownloadLink
          href={api.models.downloadUrl(version.modelId)}
          className="inline-grid size-[max(28px,var(--control-least,0px))] place-items-center rounded-md text-muted hover:bg-text/7 hover:text-text"
          aria-label={words('download', { version: version.version })}
          title={words('downloadLine', { size: formatBytes(language, version.sizeBytes) })}
        >
          <Download aria-hidden size={16} />
        </DownloadLink>
        <Menu
          trigger={
            <IconButton
              size="small"
              label={words('actions', { version: version.version })}
              icon={<Ellipsis size={16} />}
            />
          }
          groups={[
            [
              ...(onCompare
                ? [{ label: words('compare'), icon: <Columns2 size={15} />, onChoose: onCompare }]
                : []),
              {
                label: words('copyHash'),
                icon: <Copy size={15} />,
                onChoose: () =>
                  void navigator.clipboard.writeText(version.sha256).then(
                    () => notify('success', words('hashCopied')),
                    () => notify('error', words('hashNotCopied'), { description: version.sha256 }),
                  ),
              },
            ],
            ...(isManaged
              ? [
                  [
                    isRetired
                      ? { label: words('restore'), icon: <PackageOpen size={15} />, onChoose: onRestore }
                      : {
                          label: words('retire'),
                          icon: <PackageX size={15} />,
                          isDangerous: true,
                          onChoose: onRetire,
                          whyNot: isLive ? words('retireLive') : undefined,
                        },
                  ],
                ]
              : []),
          ]}
        />
      </span>
    </li>
  );
}
