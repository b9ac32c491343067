'use client';

import { ArrowUpRight } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { TrainingJob } from '../api/answers.ts';
import { formatRelativeTime } from '../format/relative-time.ts';
import { isCancellable, isFinished } from '../jobs/job-status.ts';
import { toStages } from '../jobs/stages.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { ButtonLink } from '../primitives/button-link.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { ProgressBar } from '../primitives/progress-bar.tsx';
import { StageTimeline } from '../primitives/stage-timeline.tsx';
import { ConnectionNote } from '../screens/job/connection-note.tsx';
import type { JobFeed } from '../screens/job/job-feed.ts';
import { isSlow, toMarks } from '../screens/job/job-marks.ts';
import type { Connection } from '../screens/job/use-job-feed.ts';
import { useNow } from '../screens/job/use-now.ts';
import { useStageWords } from '../screens/job/use-stage-words.ts';
import { useStudio } from '../screens/studio.tsx';
import { loraPaths } from './lora-paths.ts';

const AskedDialog = dynamic(() => import('../screens/asked-dialog.tsx').then((module) => module.AskedDialog));

interface TrainingDialogProps {
  readonly job: TrainingJob;
  readonly feed: JobFeed;
  readonly connection: Connection;
  readonly onCancel: () => Promise<unknown>;
  readonly onClose: () => void;
  /** Shows the LoRA that came of it. */
  readonly onShow: () => void;
}

/** A training on its way: how far, what happens now, what comes, and that nobody has to wait for it. */
export function TrainingDialog(props: TrainingDialogProps) {
  const { job, feed, connection, onCancel, onClose, onShow } = props;
  const [words, jobWords, language] = [useWords('lora.training'), useWords('job'), useLocale()];
  const describe = useStageWords();
  const canChange = useStudio().brand.role !== 'viewer';
  const [isAsking, setIsAsking] = useState(false);
  const isOver = isFinished(job.status);
  const now = useNow(!isOver);
  const stages = toStages(job.status, toMarks(job, feed.marks), now);
  const current = stages.find(({ state }) => state === 'now');
  const isStopping = job.cancelRequestedAt !== null && !isOver;
  const isDone = job.status === 'completed';
  const estimate = job.estimatedCompletion ? new Date(job.estimatedCompletion) : null;
  const inside = job.stage !== null && job.stage !== job.status ? describe(job.stage) : '\u00a0';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={job.name}
      description={isOver ? undefined : words('leave')}
      actions={
        isOver ? (
          <>
            <Button onClick={onShow}>{words('show')}</Button>
            {isDone && canChange && (
              <ButtonLink href={loraPaths.paintWith(job.id)} variant="primary">
                <Use />
                <ArrowUpRight aria-hidden size={15} />
              </ButtonLink>
            )}
          </>
        ) : (
          <>
            {canChange && (isCancellable(job.status) || isStopping) && (
              <Button variant="quiet" isLoading={isStopping} onClick={() => setIsAsking(true)}>
                {words('cancel')}
              </Button>
            )}
            <Button variant="primary" onClick={onClose}>
              {words('hide')}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <p aria-hidden className="figures font-display font-semibold text-[72px] leading-[72px]">
            {Math.floor(job.progress)}
            <span className="text-muted text-xl">%</span>
          </p>
          <ProgressBar
            label={describe(job.stage ?? job.status)}
            isLabelHidden
            tone={isDone ? 'good' : 'accent'}
            value={job.progress}
          />
          <p role="status" className="min-h-10 font-medium">
            {isDone ? words('ready') : jobWords(`headline.${isStopping ? 'stopping' : job.status}`)}
          </p>
          <p className="figures min-h-9 text-muted text-sm">
            {isDone && words('readyLine')}
            {!isOver &&
              !isStopping &&
              estimate &&
              estimate > now &&
              jobWords('estimate', {
                time: formatRelativeTime(language, estimate, now),
                clock: estimate.toLocaleTimeString(language, { timeStyle: 'short' }),
              })}
            {current && isSlow(current.status, current.seconds) && jobWords('slow')}
          </p>
          {!isOver && <ConnectionNote connection={connection} />}
        </div>
        <section aria-label={words('stages')} className="border-line sm:border-l sm:pl-6">
          <StageTimeline stages={stages} note={isOver ? null : inside} />
        </section>
      </div>
      <AskedDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={jobWords('stopTitle')}
        consequences={[jobWords('stopEnds'), jobWords('stopCosts'), jobWords('stopKeeps')]}
        confirmLabel={jobWords('stop')}
        isDangerous
        onConfirm={onCancel}
      />
    </Dialog>
  );
}

const Use = () => useWords('lora')('use');
