'use client';

import { useWords } from '../../../messages/use-words.ts';
import { Checkbox } from '../../../primitives/checkbox.tsx';
import { DraftField, type DraftProps } from './draft-field.tsx';

interface RetrainingFieldsProps extends DraftProps {
  readonly onSwitch: (changes: { isRetraining?: boolean; isQuiet?: boolean }) => void;
}

/** When the brand trains again by itself. */
export function RetrainingFields({ onSwitch, ...props }: RetrainingFieldsProps) {
  const words = useWords('settings.policy');
  const { draft, isDisabled } = props;
  const row = 'flex flex-wrap gap-x-5 gap-y-4';
  return (
    <>
      <Checkbox
        label={words('isRetraining')}
        hint={words('isRetrainingHint')}
        checked={draft.isRetraining}
        disabled={isDisabled}
        onChange={({ target }) => onSwitch({ isRetraining: target.checked })}
      />
      {draft.isRetraining && (
        <div className="flex flex-col gap-4 border-line border-l-2 pl-4">
          <div className={row}>
            <DraftField {...props} field="newImages" />
            <DraftField {...props} field="minimumHoursBetween" />
            <DraftField {...props} field="monthlyBudgetUsd" placeholder={words('noLimit')} />
          </div>
          <Checkbox
            label={words('isQuiet')}
            checked={draft.isQuiet}
            disabled={isDisabled}
            onChange={({ target }) => onSwitch({ isQuiet: target.checked })}
          />
          {draft.isQuiet && (
            <div className={row}>
              <DraftField {...props} field="quietFrom" type="time" />
              <DraftField {...props} field="quietTo" type="time" />
              <DraftField {...props} field="timeZone" />
            </div>
          )}
        </div>
      )}
    </>
  );
}
