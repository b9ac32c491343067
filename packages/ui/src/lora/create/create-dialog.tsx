'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { LoraWish } from '../../api/lora-wishes.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { Dialog } from '../../primitives/dialog.tsx';
import { ErrorLine } from '../../primitives/error-line.tsx';
import { usePrice } from '../../primitives/price.tsx';
import { StepStrip } from '../../primitives/step-strip.tsx';
import { findTriggerProblem } from '../../screens/configure/trigger-word.ts';
import { useQuote } from '../../screens/configure/use-quote.ts';
import { useReadiness } from '../../screens/datasets/use-readiness.ts';
import { useReasonWords } from '../../screens/datasets/use-reason-words.ts';
import { useStudio } from '../../screens/studio.tsx';
import { useRefusalWords } from '../../screens/use-refusal-words.ts';
import type { LoraDraft } from '../lora-draft.ts';
import { RulesDialog } from '../rules-dialog.tsx';
import { DetailsStep } from './details-step.tsx';
import { ReferencesStep } from './references-step.tsx';
import { useDraft } from './use-draft.ts';
import { useReferences } from './use-references.ts';
import { useStartLora } from './use-start-lora.ts';

interface CreateDialogProps {
  readonly onClose: () => void;
  readonly onStarted: (id: string) => void;
}

const steps = ['references', 'details'] as const;

/** A LoRA in two steps: what it learns from, and what it is called. Closing it loses nothing. */
export function CreateDialog({ onClose, onStarted }: CreateDialogProps) {
  const [words, price] = [useWords('lora'), usePrice()];
  const [describe, describeReason] = [useRefusalWords(), useReasonWords()];
  const { brand } = useStudio();
  const { draft, setDraft, isRead, discard, forget } = useDraft();
  const change = useCallback((to: (before: LoraDraft) => LoraDraft) => setDraft(to), [setDraft]);
  const references = useReferences({ draft, isRead, onChange: change });
  const { chosen, uploads } = references;
  const usable = chosen.filter(({ status }) => status === 'ready');
  const readiness = useReadiness(usable, draft.kind);
  const quote = useQuote(draft.modelType, {});
  const [isRulesOpen, setIsRulesOpen] = useState(false);
  const [isNameMissed, setIsNameMissed] = useState(false);
  const { start, isStarting, refusal } = useStartLora((id) => {
    uploads.clearTally();
    forget();
    onStarted(id);
  });
  const settings = brand.training.subjects[draft.kind];
  const hasFew = usable.length < settings.minimumImages;
  const isWaiting = chosen.length !== usable.length || uploads.items.some(({ state }) => state !== 'failed');
  const isBlocked = hasFew || isWaiting || readiness.data?.verdict === 'blocked';
  const isDoubtful = readiness.data?.verdict === 'needs_attention';
  const hasWrongWord = draft.triggerWord !== '' && findTriggerProblem(draft.triggerWord) !== null;
  const wish: LoraWish = {
    name: draft.name.trim(),
    ...(draft.description.trim() && { description: draft.description.trim() }),
    type: draft.kind,
    trigger_word: draft.triggerWord || draft.drawnWord,
    model_type: draft.modelType,
    trainingAssetIds: usable.map(({ id }) => id),
    ...(isDoubtful && { trainAnyway: true }),
  };
  const begin = () => {
    if (wish.name === '') return setIsNameMissed(true);
    if (!isBlocked && !hasWrongWord) void start(wish);
  };
  const go = (step: LoraDraft['step']) => change((now) => ({ ...now, step }));
  const isFirst = draft.step === 'references';
  const rejected = chosen.filter(({ status }) => status === 'rejected').length;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={words('create')}
      actions={
        <>
          <Button
            variant="quiet"
            className="mr-auto"
            onClick={() => {
              uploads.clearTally();
              discard();
            }}
          >
            {words('discard')}
          </Button>
          {isFirst ? (
            <Button variant="primary" aria-disabled={isBlocked} onClick={() => go('details')}>
              {words('next')}
              <ArrowRight aria-hidden size={15} />
            </Button>
          ) : (
            <>
              <Button icon={<ArrowLeft aria-hidden size={15} />} onClick={() => go('references')}>
                {words('previous')}
              </Button>
              <Button
                variant="primary"
                isLoading={isStarting}
                aria-disabled={isBlocked || hasWrongWord}
                cost={quote.data ? price(quote.data.estimatedCostUsd) : undefined}
                onClick={begin}
              >
                {words('start')}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <StepStrip
          label={words('steps.label')}
          steps={steps.map((step) => ({
            id: step,
            label: words(`steps.${step}`),
            state: step === draft.step ? 'now' : step === 'references' ? 'done' : 'ahead',
          }))}
        />
        {isFirst ? (
          <ReferencesStep
            draft={draft}
            references={references}
            report={readiness.data}
            isNotJudged={readiness.isError}
            onChange={change}
            onRules={() => setIsRulesOpen(true)}
          />
        ) : (
          <DetailsStep
            draft={draft}
            quote={quote}
            problems={refusal?.problems ?? []}
            isNameMissed={isNameMissed}
            isDoubtful={isDoubtful}
            onChange={change}
          />
        )}
        {rejected > 0 && <ErrorLine>{words('references.rejected', { count: rejected })}</ErrorLine>}
        {refusal && (
          <ErrorLine>
            {refusal.status === 0
              ? words('notReached')
              : [
                  words('notStarted'),
                  ...(refusal.reasons.length > 0
                    ? refusal.reasons.flatMap((reason) => Object.values(describeReason(reason)))
                    : [describe(refusal)]),
                ].join(' ')}
          </ErrorLine>
        )}
        <p className="text-muted text-xs">{words('kept')}</p>
      </div>
      {isRulesOpen && <RulesDialog onClose={() => setIsRulesOpen(false)} />}
    </Dialog>
  );
}
