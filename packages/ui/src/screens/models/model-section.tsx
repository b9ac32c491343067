'use client';

import { Columns2, Radio } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { BrandModel, Generation, TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Badge } from '../../primitives/badge.tsx';
import { Button } from '../../primitives/button.tsx';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { notify } from '../../primitives/notify.ts';
import { useStudio } from '../studio.tsx';
import { useRefusalWords } from '../use-refusal-words.ts';
import { diffVersions } from './diff-versions.ts';
import type { Versions } from './group-versions.ts';
import { useSettingWords } from './use-setting-words.ts';
import { VersionRow } from './version-row.tsx';

const AskedDialog = dynamic(() => import('../asked-dialog.tsx').then((module) => module.AskedDialog));
const CompareVersions = dynamic(() =>
  import('./compare-versions.tsx').then((module) => module.CompareVersions),
);

interface ModelSectionProps {
  readonly versions: Versions;
  readonly trainings: ReadonlyMap<string, TrainingJob>;
  readonly samples: readonly Generation[];
  readonly onChanged: () => Promise<void>;
}

type Wish = { readonly kind: 'live' | 'retire'; readonly version: BrandModel };

/** One model: its trigger word, and its versions, one of which is live. */
export function ModelSection({ versions, trainings, samples, onChanged }: ModelSectionProps) {
  const [words, bases] = [useWords('models'), useWords('bases')];
  const { api } = useStudio();
  const describe = useRefusalWords();
  const [wish, setWish] = useState<Wish | null>(null);
  const [compared, setCompared] = useState<readonly [BrandModel, BrandModel] | null>(null);
  const [newest] = versions;
  const live = versions.find(({ aliases }) => aliases.includes('live'));
  const other = versions.find(({ id }) => id !== newest.id);
  const trainingOf = ({ jobId }: BrandModel) => (jobId === null ? undefined : trainings.get(jobId));
  const changes = useChangeWords(live && trainingOf(live), wish ? trainingOf(wish.version) : undefined);
  const restore = async (version: BrandModel) => {
    try {
      await api.models.restore(version.modelId);
      await onChanged();
    } catch (error) {
      notify('error', words('notChanged'), { description: describe(error) });
    }
  };
  const confirm = async () => {
    if (wish?.kind === 'live') await api.models.setAlias(wish.version.name, 'live', wish.version.version);
    if (wish?.kind === 'retire') await api.models.retire(wish.version.modelId);
    await onChanged();
  };
  return (
    <section aria-label={newest.name} className="overflow-hidden rounded-lg border border-line bg-raised">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3">
        <h2 className="font-display font-semibold text-md">{newest.name}</h2>
        <Badge tone={live ? 'good' : 'neutral'} icon={live && <Radio aria-hidden size={13} />}>
          {live ? words('liveIs', { version: live.version }) : words('noneLive')}
        </Badge>
        <span className="text-muted text-sm">{bases(newest.modelType)}</span>
        {newest.triggerWord && (
          <span className="flex min-w-0 items-center gap-1 text-sm">
            <code className="truncate rounded-sm bg-sunken px-1.5 py-0.5 font-mono">
              {newest.triggerWord}
            </code>
            <CopyButton text={newest.triggerWord} label={words('copyTrigger')} isIconOnly />
          </span>
        )}
        {other && (
          <Button
            size="small"
            variant="quiet"
            className="sm:ml-auto"
            icon={<Columns2 aria-hidden size={15} />}
            onClick={() => setCompared([live && live.id !== newest.id ? live : other, newest])}
          >
            {words('compareVersions')}
          </Button>
        )}
      </header>
      <ul>
        {versions.map((version) => (
          <VersionRow
            key={version.id}
            version={version}
            live={live}
            training={trainingOf(version)}
            samples={samples}
            onLive={() => setWish({ kind: 'live', version })}
            onRetire={() => setWish({ kind: 'retire', version })}
            onRestore={() => void restore(version)}
            onCompare={
              other &&
              (() =>
                setCompared([live && live.id !== version.id ? live : partnerOf(versions, version), version]))
            }
          />
        ))}
      </ul>
      {wish && (
        <AskedDialog
          isOpen
          onClose={() => setWish(null)}
          title={words(`${wish.kind}Title`, { name: newest.name, version: wish.version.version })}
          consequences={
            wish.kind === 'live'
              ? [
                  live
                    ? words('liveMoves', { name: newest.name, from: live.version, to: wish.version.version })
                    : words('liveFirst', { name: newest.name, to: wish.version.version }),
                  ...changes,
                  words('liveBack'),
                ]
              : [words('retireLine', { version: wish.version.version }), words('retireBack')]
          }
          confirmLabel={words(
            wish.kind === 'retire'
              ? 'retire'
              : live && wish.version.version < live.version
                ? 'rollBack'
                : 'setLive',
          )}
          isDangerous={wish.kind === 'retire'}
          onConfirm={confirm}
        />
      )}
      {compared && (
        <CompareVersions
          versions={versions}
          first={compared}
          trainings={trainings}
          samples={samples}
          onClose={() => setCompared(null)}
        />
      )}
    </section>
  );
}

const partnerOf = (versions: Versions, version: BrandModel): BrandModel =>
  versions.find(({ version: number }) => number < version.version) ??
  versions.find(({ id }) => id !== version.id) ??
  version;

/** What somebody gets who used one version and uses another from now on. */
const useChangeWords = (
  before: TrainingJob | undefined,
  after: TrainingJob | undefined,
): readonly string[] => {
  const words = useWords('models');
  const nameOf = useSettingWords();
  if (!before || !after) return [];
  const { settings, added, removed } = diffVersions(before, after);
  return [
    ...settings.map(({ setting, before: from, after: to }) =>
      words('settingMoves', { setting: nameOf(setting), from: from ?? '–', to: to ?? '–' }),
    ),
    ...(added.length + removed.length > 0
      ? [words('picturesMove', { added: added.length, removed: removed.length })]
      : []),
  ];
};
