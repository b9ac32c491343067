'use client';

import { ArrowUpRight, Pencil, RotateCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TrainingJob } from '../api/answers.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { ButtonLink } from '../primitives/button-link.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Price } from '../primitives/price.tsx';
import { RelativeTime } from '../primitives/relative-time.tsx';
import { FactList } from '../screens/job/fact-list.tsx';
import { useStudio } from '../screens/studio.tsx';
import { EditForm } from './edit-form.tsx';
import { sharingActOf } from './lora.ts';
import { LoraFailure } from './lora-failure.tsx';
import { loraPaths } from './lora-paths.ts';
import { LoraPictures } from './lora-pictures.tsx';
import { LoraTrigger } from './lora-trigger.tsx';
import { SharingSection } from './sharing-section.tsx';
import { useLora } from './use-lora.ts';
import { useLoraActs } from './use-lora-acts.ts';

interface DetailDialogProps {
  readonly job: TrainingJob;
  /** The last lines of the log, for a report. */
  readonly tail: readonly string[];
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}

/** A LoRA whose training has ended: what it made, what is known about it, and what can be done with it. */
export function DetailDialog({ job, tail, onClose, onOpen }: DetailDialogProps) {
  const [words, kinds, bases] = [useWords('lora'), useWords('kinds'), useWords('bases')];
  const { brand } = useStudio();
  const acts = useLoraActs();
  const canChange = brand.role !== 'viewer';
  const [isEditing, setIsEditing] = useState(false);
  const [isRetrying, setIsRetrying] = useState(false);
  const { data: lora } = useLora(job.id);
  const modelId = lora?.model_id ?? null;
  const retry = async () => {
    setIsRetrying(true);
    const next = await acts.retry(job);
    setIsRetrying(false);
    if (next) onOpen(next.id);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={job.name}
      description={job.description ?? undefined}
      actions={
        canChange && (
          <>
            <Button
              variant="quiet"
              className="mr-auto text-bad"
              icon={<Trash2 aria-hidden size={15} />}
              onClick={async () => {
                if (await acts.remove(job)) onClose();
              }}
            >
              <span className="max-sm:sr-only">{words('detail.delete')}</span>
            </Button>
            <Button icon={<Pencil aria-hidden size={15} />} onClick={() => setIsEditing(true)}>
              {words('detail.edit')}
            </Button>
            {job.status === 'completed' && (
              <ButtonLink href={loraPaths.paintWith(job.id)} variant="primary">
                {words('use')}
                <ArrowUpRight aria-hidden size={15} />
              </ButtonLink>
            )}
            {job.status === 'cancelled' && (
              <Button
                variant="primary"
                icon={<RotateCw aria-hidden size={15} />}
                isLoading={isRetrying}
                onClick={() => void retry()}
              >
                {words('detail.retry')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-5">
          {isEditing && (
            <EditForm
              name={job.name}
              description={job.description}
              onCancel={() => setIsEditing(false)}
              onSave={async (changes) => {
                if (await acts.describe(job, changes)) setIsEditing(false);
              }}
            />
          )}
          {job.status === 'failed' && (
            <LoraFailure
              job={job}
              tail={tail}
              isRetrying={isRetrying}
              onRetry={canChange ? () => void retry() : null}
            />
          )}
          {job.status === 'cancelled' && <p className="text-muted">{words('detail.cancelled')}</p>}
          <LoraPictures modelId={modelId} imageIds={job.trainingAssetIds} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {job.triggerWord && <LoraTrigger word={job.triggerWord} />}
          <FactList
            facts={[
              [words('detail.kind'), kinds(`${job.subjectKind}.word`)],
              [words('detail.base'), bases(job.modelType)],
              [words('detail.references'), words('referencesCount', { count: job.trainingAssetIds.length })],
              [words('detail.created'), <RelativeTime key="created" at={job.createdAt} />],
              [words('detail.model'), modelId],
              [
                words('detail.cost'),
                job.costUsd === null ? null : <Price key="cost" amountUsd={job.costUsd} />,
              ],
            ]}
          />
          {lora && <SharingSection lora={lora} act={sharingActOf(lora, brand)} />}
        </div>
      </div>
    </Dialog>
  );
}
