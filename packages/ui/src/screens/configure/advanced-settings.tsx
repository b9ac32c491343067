'use client';

import { Search } from 'lucide-react';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { TrainingRules } from '../../api/answers.ts';
import type { ApiProblem } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { Field } from '../../primitives/field.tsx';
import { Input } from '../../primitives/input.tsx';
import { type ConfigureForm, settingsOf, withoutSetting, withSetting } from './configure-form.ts';
import { rulesOf, settingNames } from './presets.ts';
import { sayProblem } from './say-problem.ts';
import { SettingControl } from './setting-control.tsx';
import { SettingRow } from './setting-row.tsx';
import type { TrainingLimits } from './training-limits.ts';
import { useSettingWords } from './use-setting-words.ts';

interface AdvancedSettingsProps {
  readonly rules: TrainingRules;
  readonly form: ConfigureForm;
  readonly limits: TrainingLimits;
  /** What the interface found wrong, shown at its row. */
  readonly problems: readonly ApiProblem[];
  readonly onChange: (form: ConfigureForm) => void;
}

/** Every setting of a training, to be found by a word. */
export function AdvancedSettings({ rules, form, limits, problems, onChange }: AdvancedSettingsProps) {
  const [words, language] = [useWords('configure'), useLocale()];
  const [search, setSearch] = useState('');
  const settings = settingsOf(rules, form);
  const describe = useSettingWords({ settings, limits, trainer: rulesOf(rules, form.modelType).provider });
  const wanted = search.trim().toLocaleLowerCase(language);
  const rows = settingNames
    .filter((name) => !limits.ignored.some((ignored) => ignored === name))
    .map((name) => ({ name, ...describe(name) }))
    .filter(({ name, label, why }) => `${name} ${label} ${why}`.toLocaleLowerCase(language).includes(wanted));
  const changed = Object.keys(form.own).length;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Field label={words('searchSettings')} isLabelHidden className="w-full sm:w-72">
          <Input
            type="search"
            icon={<Search aria-hidden size={16} />}
            placeholder={words('searchSettings')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </Field>
        <span className="figures text-muted text-sm" aria-live="polite">
          {words('changedCount', { count: changed })}
        </span>
        {changed > 0 && (
          <Button size="small" variant="quiet" onClick={() => onChange({ ...form, own: {} })}>
            {words('resetAll')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="rounded-lg border border-line px-4 py-6 text-center text-muted">{words('noSetting')}</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-raised">
          {rows.map(({ name, label, why, bounds, error }) => (
            <SettingRow
              key={name}
              label={label}
              why={why}
              bounds={bounds}
              isChanged={Object.hasOwn(form.own, name)}
              error={error ?? sayProblem(problems, name)}
              onReset={() => onChange(withoutSetting(rules, form, name))}
            >
              <SettingControl
                name={name}
                settings={settings}
                limits={limits}
                onChange={(changedName, value) => onChange(withSetting(rules, form, changedName, value))}
              />
            </SettingRow>
          ))}
        </ul>
      )}
    </div>
  );
}
