'use client';

import { useState } from 'react';
import type { Asset } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { Checkbox } from '../../../primitives/checkbox.tsx';
import { Dialog } from '../../../primitives/dialog.tsx';
import { RadioCards } from '../../../primitives/radio-cards.tsx';
import { type CaptionMode, type CaptionPlan, captionModes, planCaptions } from './caption-plan.ts';

interface AutoCaptionDialogProps {
  readonly assets: readonly Asset[];
  readonly onStart: (plan: CaptionPlan) => void;
  readonly onClose: () => void;
}

/** What happens to captions that are there is said before one is written. */
export function AutoCaptionDialog({ assets, onStart, onClose }: AutoCaptionDialogProps) {
  const words = useWords('datasets.auto');
  const [mode, setMode] = useState<CaptionMode>('skip');
  const [startsWithTrigger, setStartsWithTrigger] = useState(true);
  const plan = planCaptions(assets, { mode, startsWithTrigger });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('title')}
      description={words('line', { count: assets.length })}
      actions={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button
            variant="primary"
            disabled={plan.total === 0}
            onClick={() => {
              onStart(plan);
              onClose();
            }}
          >
            {words('start', { count: plan.total })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RadioCards
          label={words('there')}
          value={mode}
          onChoose={setMode}
          className="sm:grid-cols-3"
          cards={captionModes.map((value) => ({
            value,
            label: words(`modes.${value}.word`),
            hint: words(`modes.${value}.line`),
          }))}
        />
        <Checkbox
          label={words('trigger')}
          hint={words('triggerHint')}
          checked={startsWithTrigger}
          onChange={(event) => setStartsWithTrigger(event.target.checked)}
        />
        {plan.tooLong.length > 0 && (
          <p className="text-sm text-warn">{words('tooLong', { count: plan.tooLong.length })}</p>
        )}
        <p className="text-muted text-sm">{words('later')}</p>
      </div>
    </Dialog>
  );
}
