'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { Tabs } from '../../primitives/tabs.tsx';
import type { JobFeed } from './job-feed.ts';
import { JobOverview } from './job-overview.tsx';
import { type JobTab, jobTabs } from './job-tab.ts';
import { useJobTab } from './use-job-tab.ts';

const loading = () => <Skeleton className="h-80 w-full rounded-lg" />;
const JobSamples = dynamic(() => import('./job-samples.tsx').then((module) => module.JobSamples), {
  loading,
});
const JobLoss = dynamic(() => import('./job-loss.tsx').then((module) => module.JobLoss), { loading });
const JobLog = dynamic(() => import('./job-log.tsx').then((module) => module.JobLog), { loading });
const JobConfig = dynamic(() => import('./job-config.tsx').then((module) => module.JobConfig), { loading });
const JobFiles = dynamic(() => import('./job-files.tsx').then((module) => module.JobFiles), { loading });

interface JobBodyProps {
  readonly job: TrainingJob;
  readonly feed: JobFeed;
  /** Why it failed, if it did. */
  readonly failure: ReactNode;
}

/** The sides of a training; all but the first are fetched when somebody turns to them. */
export function JobBody({ job, feed, failure }: JobBodyProps) {
  const words = useWords('job');
  const [tab, setTab] = useJobTab();
  const contents = {
    overview: <JobOverview job={job} feed={feed} failure={failure} />,
    samples: <JobSamples job={job} />,
    loss: <JobLoss points={feed.points} />,
    log: <JobLog lines={feed.log} isOver={isFinished(job.status)} />,
    config: <JobConfig job={job} />,
    files: <JobFiles job={job} />,
  } satisfies Record<JobTab, unknown>;
  return (
    <Tabs
      label={words('sides')}
      value={tab}
      onChoose={setTab}
      tabs={jobTabs.map((value) => ({ value, label: words(`tabs.${value}`), content: contents[value] }))}
    />
  );
}
