'use client';

import { useState } from 'react';
import type { Asset, BrandModel, Generation, TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { CompareSlider } from '../../primitives/compare-slider.tsx';
import { Dialog } from '../../primitives/dialog.tsx';
import { Field } from '../../primitives/field.tsx';
import { Select } from '../../primitives/select.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { diffVersions } from './diff-versions.ts';
import type { Versions } from './group-versions.ts';
import { pairSamples } from './pair-samples.ts';
import { useTrainingPictures } from './use-model-facts.ts';
import { useSettingWords } from './use-setting-words.ts';

interface CompareVersionsProps {
  readonly versions: Versions;
  /** Before and after, as it is opened. */
  readonly first: readonly [BrandModel, BrandModel];
  readonly trainings: ReadonlyMap<string, TrainingJob>;
  readonly samples: readonly Generation[];
  readonly onClose: () => void;
}

/** Two versions: only the settings that differ, pictures that came and went, and what both paint. */
export function CompareVersions({ versions, first, trainings, samples, onClose }: CompareVersionsProps) {
  const words = useWords('models');
  const [ids, setIds] = useState([first[0].id, first[1].id] as const);
  const find = (id: string) => versions.find((one) => one.id === id) ?? versions[0];
  const [before, after] = [find(ids[0]), find(ids[1])];
  const options = versions.map(({ id, version }) => ({ value: id, label: `v${version}` }));
  const [had, has] = [before, after].map(({ jobId }) => (jobId === null ? undefined : trainings.get(jobId)));
  const diff = had && has ? diffVersions(had, has) : null;
  const pair = pairSamples(samples, before.modelId, after.modelId);
  return (
    <Dialog isOpen onClose={onClose} title={words('compareTitle', { name: versions[0].name })} width="wide">
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <div className="grid grid-cols-2 gap-3">
            <Field label={words('before')}>
              <Select value={before.id} options={options} onChoose={(id) => setIds([id, after.id])} />
            </Field>
            <Field label={words('after')}>
              <Select value={after.id} options={options} onChoose={(id) => setIds([before.id, id])} />
            </Field>
          </div>
          {diff ? (
            <>
              <Settings changes={diff.settings} labels={[`v${before.version}`, `v${after.version}`]} />
              <Pictures added={diff.added} removed={diff.removed} />
            </>
          ) : (
            <p className="text-muted">{words('noTraining')}</p>
          )}
        </div>
        <section className="min-w-0">
          <h3 className="mb-2 font-medium text-sm">{words('samples')}</h3>
          {pair ? (
            <>
              <CompareSlider
                ratio={pair.after.width && pair.after.height ? pair.after.width / pair.after.height : 1}
                left={{ url: pair.before.url, alt: pair.prompt ?? '', label: `v${before.version}` }}
                right={{ url: pair.after.url, alt: pair.prompt ?? '', label: `v${after.version}` }}
              />
              <p className="mt-2 text-muted text-sm">
                {pair.prompt ?? words('otherPrompts')}
                {pair.prompt !== null && !pair.isSameSeed && ` · ${words('otherSeeds')}`}
              </p>
            </>
          ) : (
            <p className="rounded-md border border-edge/50 border-dashed p-6 text-center text-muted">
              {words('noSamples')}
            </p>
          )}
        </section>
      </div>
    </Dialog>
  );
}

interface SettingsProps {
  readonly changes: ReturnType<typeof diffVersions>['settings'];
  readonly labels: readonly [string, string];
}

function Settings({ changes, labels }: SettingsProps) {
  const words = useWords('models');
  const nameOf = useSettingWords();
  if (changes.length === 0) return <p className="text-muted">{words('sameSettings')}</p>;
  return (
    <table className="w-full text-left">
      <caption className="mb-2 text-left font-medium text-sm">{words('otherSettings')}</caption>
      <thead className="text-muted text-xs">
        <tr className="border-line border-b">
          <th scope="col" className="py-1.5 font-medium">
            {words('setting')}
          </th>
          {labels.map((label) => (
            <th key={label} scope="col" className="figures py-1.5 pl-4 text-right font-medium">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ setting, before, after }) => (
          <tr key={setting} className="border-line border-b">
            <th scope="row" className="py-1.5 font-normal">
              {nameOf(setting)}
            </th>
            <td className="figures py-1.5 pl-4 text-right text-muted">{before ?? '–'}</td>
            <td className="figures py-1.5 pl-4 text-right">{after ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PicturesProps {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

function Pictures({ added, removed }: PicturesProps) {
  const words = useWords('models');
  const { data } = useTrainingPictures(added.length + removed.length > 0);
  if (added.length + removed.length === 0) return <p className="text-muted">{words('samePictures')}</p>;
  return (
    <>
      {added.length > 0 && (
        <Strip title={words('added', { count: added.length })} ids={added} pictures={data} />
      )}
      {removed.length > 0 && (
        <Strip title={words('removed', { count: removed.length })} ids={removed} pictures={data} />
      )}
    </>
  );
}

interface StripProps {
  readonly title: string;
  readonly ids: readonly string[];
  readonly pictures: ReadonlyMap<string, Asset> | undefined;
}

function Strip({ title, ids, pictures }: StripProps) {
  const words = useWords('models');
  return (
    <section>
      <h3 className="mb-2 font-medium text-sm">{title}</h3>
      <div className="grid max-h-44 grid-cols-6 gap-1 overflow-y-auto">
        {ids.map((id) => {
          const asset = pictures?.get(id);
          return (
            <Tile
              key={id}
              url={asset?.thumbnailUrl ?? null}
              alt={asset?.caption ?? asset?.name ?? words('pictureGone')}
            />
          );
        })}
      </div>
    </section>
  );
}
