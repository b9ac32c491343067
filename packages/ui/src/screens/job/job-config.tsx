'use client';

import { useLocale } from 'next-intl';
import type { TrainingJob } from '../../api/answers.ts';
import { formatSides } from '../../format/sides.ts';
import { useWords } from '../../messages/use-words.ts';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { settingNames } from '../configure/presets.ts';
import { FactList } from './fact-list.tsx';

/** Exactly what it is trained with, to be read and to be copied. */
export function JobConfig({ job }: { readonly job: TrainingJob }) {
  const [words, settings, language] = [useWords('job'), useWords('configure.settings'), useLocale()];
  const { config } = job;
  if (!config) return <p className="max-w-prose text-muted">{words('configUnread')}</p>;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 8 });
  const toText = (value: string | number | boolean | null) => {
    if (value === null) return words('drawn');
    if (typeof value === 'number') return number.format(value);
    return typeof value === 'boolean' ? words(value ? 'yes' : 'no') : value;
  };
  const text = JSON.stringify(
    { modelType: job.modelType, subjectKind: job.subjectKind, triggerWord: job.triggerWord, config },
    null,
    2,
  );
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <FactList
        facts={settingNames.map((name) => [
          settings(`${name}.word`),
          name === 'resolution' ? formatSides(config.resolution) : toText(config[name]),
        ])}
      />
      <div className="flex min-w-0 flex-col gap-3">
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is to be reached by keyboard.
          tabIndex={0}
          className="overflow-auto rounded-lg border border-line bg-sunken p-4 font-mono text-xs leading-5"
        >
          {text}
        </pre>
        <div>
          <CopyButton text={text} label={words('copyConfig')} />
        </div>
      </div>
    </div>
  );
}
