'use client';

import { useState } from 'react';
import { ApiRefusal } from '../../../api/api-refusal.ts';
import type { Policy } from '../../../api/settings-answers.ts';
import type { PolicyWish } from '../../../api/settings-wishes.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { ErrorLine } from '../../../primitives/error-line.tsx';
import { notify } from '../../../primitives/notify.ts';
import { Segments } from '../../../primitives/segments.tsx';
import { SettingsGroup } from '../settings-group.tsx';
import { CountsTable } from './counts-table.tsx';
import { DraftField } from './draft-field.tsx';
import { findProblems, type PolicyDraft, toDraft, toWish } from './policy-draft.ts';
import { PolicyFoot } from './policy-foot.tsx';
import { RetrainingFields } from './retraining-fields.tsx';

interface PolicyFormProps {
  readonly policy: Policy;
  readonly onSave: (wish: PolicyWish) => Promise<void>;
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'ru', label: 'Русский' },
] as const;

export function PolicyForm({ policy, onSave }: PolicyFormProps) {
  const [words, common] = [useWords('settings.policy'), useWords('common')];
  // Only what is being written is kept here, so that what others change shows through.
  const [written, setWritten] = useState<Partial<PolicyDraft>>({});
  const [state, setState] = useState<'resting' | 'saving' | { readonly refusal: string }>('resting');
  const draft: PolicyDraft = { ...toDraft(policy), ...written };
  const problems = findProblems(draft);
  const isBroken = Object.keys(problems).length > 0;
  const wish = isBroken ? null : toWish(draft, policy);
  const isDisabled = !policy.mayChange;
  const change = (changes: Partial<PolicyDraft>) => setWritten((before) => ({ ...before, ...changes }));
  const fields = {
    draft,
    problems,
    isDisabled,
    onWrite: (field: string, text: string) => change({ [field]: text }),
  };
  const save = async () => {
    if (!wish) return;
    setState('saving');
    try {
      await onSave(wish);
      setWritten({});
      setState('resting');
      notify('success', words('saved'));
    } catch (error) {
      setState({ refusal: (error instanceof ApiRefusal && error.message) || common('didNotWork') });
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isDisabled && <p className="mb-6 text-muted">{words('readOnly')}</p>}
      <SettingsGroup title={words('counts')} line={words('countsLine')}>
        <CountsTable {...fields} onWrite={isDisabled ? null : fields.onWrite} />
      </SettingsGroup>
      <SettingsGroup title={words('budget')} line={words('budgetLine')}>
        <div className="flex flex-wrap gap-x-5 gap-y-4">
          <DraftField {...fields} field="monthlyUsd" placeholder={words('noLimit')} />
          <DraftField {...fields} field="warnAtPercent" />
        </div>
      </SettingsGroup>
      <SettingsGroup title={words('retraining')} line={words('retrainingLine')}>
        <RetrainingFields {...fields} onSwitch={change} />
      </SettingsGroup>
      <SettingsGroup title={words('retention')} line={words('retentionLine')}>
        <div className="flex flex-wrap gap-x-5 gap-y-4">
          <DraftField {...fields} field="generationDays" placeholder={words('kept')} />
          <DraftField {...fields} field="deletedDays" />
        </div>
      </SettingsGroup>
      <SettingsGroup title={words('language')} line={words('languageLine')}>
        {isDisabled ? (
          <p>{languages.find(({ value }) => value === draft.language)?.label}</p>
        ) : (
          <Segments
            label={words('language')}
            value={draft.language}
            segments={languages}
            onChoose={(language) => change({ language })}
          />
        )}
      </SettingsGroup>
      <SettingsGroup title={words('operator')} line={words('operatorLine')}>
        <PolicyFoot operator={policy.operator} />
      </SettingsGroup>
      {!isDisabled && (
        <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-3 border-line border-t bg-surface px-4 py-3 max-md:bottom-[calc(56px+env(safe-area-inset-bottom))]">
          <Button type="submit" variant="primary" aria-disabled={!wish} isLoading={state === 'saving'}>
            {words('save')}
          </Button>
          {Object.keys(written).length > 0 && (
            <Button variant="quiet" onClick={() => setWritten({})}>
              {words('reset')}
            </Button>
          )}
          <span aria-live="polite" className="text-muted text-sm">
            {isBroken ? words('broken') : wish ? words('unsaved') : ''}
          </span>
          {typeof state === 'object' && <ErrorLine>{state.refusal}</ErrorLine>}
        </div>
      )}
    </form>
  );
}
