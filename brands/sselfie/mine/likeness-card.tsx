'use client';

import type { Asset } from '@act/ui/api/answers';
import { isFinished } from '@act/ui/jobs/job-status';
import { trainerName } from '@act/ui/jobs/trainer-name';
import { ButtonLink } from '@act/ui/primitives/button-link';
import { CopyButton } from '@act/ui/primitives/copy-button';
import { ProgressBar } from '@act/ui/primitives/progress-bar';
import { RelativeTime } from '@act/ui/primitives/relative-time';
import { StatusChip } from '@act/ui/primitives/status-chip';
import { FactList } from '@act/ui/screens/job/fact-list';
import { useStudio } from '@act/ui/screens/studio';
import { Aperture, ArrowRight, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { progressPath } from '../progress/progress-path.ts';
import type { Likeness } from './likenesses.ts';

interface LikenessCardProps {
  readonly likeness: Likeness;
  /** The first of those it learns from, where it is still there. */
  readonly selfie: Asset | undefined;
}

/** A model of oneself: how far it is, what calls it, and what it is known by elsewhere. */
export function LikenessCard({ likeness, selfie }: LikenessCardProps) {
  const words = useTranslations('sselfie.mine');
  const { api } = useStudio();
  const { name, triggerWord, job, model } = likeness;
  const isMaking = job !== null && !isFinished(job.status);
  return (
    <li className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-x-5 gap-y-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <div className="print w-full pb-3">
        <div className="plate grid aspect-[4/5] place-items-center overflow-hidden text-muted">
          {selfie ? (
            <img
              src={selfie.thumbnailUrl ?? api.assets.imageUrl(selfie)}
              alt=""
              className="size-full object-cover"
            />
          ) : (
            <UserRound aria-hidden size={28} strokeWidth={1.25} />
          )}
        </div>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-2.5">
        <h2 className="break-words font-medium text-lg">
          {name}
          {model && <span className="text-muted text-md"> v{model.version}</span>}
        </h2>
        <StatusChip status={job?.status ?? 'completed'} progress={job?.progress ?? 100} />
        {isMaking && (
          <div className="w-full">
            <ProgressBar label={words('making', { name })} value={job.progress} isLabelHidden />
          </div>
        )}
        {model ? (
          <ButtonLink
            href={`/studio?model=${encodeURIComponent(model.modelId)}`}
            variant="primary"
            icon={<Aperture aria-hidden size={16} />}
          >
            {words('toStudio')}
          </ButtonLink>
        ) : (
          job && (
            <ButtonLink href={progressPath(job.id)} icon={<ArrowRight aria-hidden size={16} />}>
              {words(job.status === 'failed' ? 'toFailure' : 'toProgress')}
            </ButtonLink>
          )
        )}
      </div>
      <div className="col-span-full">
        <FactList
          facts={[
            [words('word'), triggerWord && <Exact text={triggerWord} label={words('copyWord')} />],
            [words('model'), model && <Exact text={model.modelId} label={words('copyModel')} />],
            [
              job?.provider ? words('runAt', { trainer: trainerName(job.provider) }) : words('run'),
              job?.providerJobId && <Exact text={job.providerJobId} label={words('copyRun')} />,
            ],
            [
              words('providerModel'),
              model?.providerModel && <Exact text={model.providerModel} label={words('copyProviderModel')} />,
            ],
            [
              words('providerVersion'),
              model?.providerVersion && (
                <Exact text={model.providerVersion} label={words('copyProviderVersion')} />
              ),
            ],
            [words('selfies'), job && String(job.trainingAssetIds.length)],
            [words('begun'), <RelativeTime key="begun" at={job?.createdAt ?? model?.createdAt ?? ''} />],
          ]}
        />
      </div>
    </li>
  );
}

interface ExactProps {
  readonly text: string;
  /** Of the button that copies it. */
  readonly label: string;
}

/** What is to be used letter by letter elsewhere. */
const Exact = ({ text, label }: ExactProps) => (
  <span className="flex min-w-0 items-center justify-end gap-1">
    <code className="min-w-0 truncate font-mono text-xs">{text}</code>
    <CopyButton text={text} label={label} isIconOnly />
  </span>
);
