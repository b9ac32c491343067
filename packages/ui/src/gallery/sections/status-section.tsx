'use client';

import { jobStatuses } from '../../jobs/job-status.ts';
import { toStages } from '../../jobs/stages.ts';
import { Badge } from '../../primitives/badge.tsx';
import { Duration } from '../../primitives/duration.tsx';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { SimulatedBadge } from '../../primitives/simulated-badge.tsx';
import { StageTimeline } from '../../primitives/stage-timeline.tsx';
import { StatusChip } from '../../primitives/status-chip.tsx';
import { StepStrip } from '../../primitives/step-strip.tsx';
import { Row, Section } from '../section.tsx';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute, 7));
const marks = [
  { status: 'pending', at: at(0) },
  { status: 'uploading', at: at(1) },
  { status: 'queued', at: at(3) },
  { status: 'training', at: at(5) },
] as const;

export function StatusSection() {
  return (
    <Section title="Status">
      <Row>
        {jobStatuses.map((status) => (
          <StatusChip key={status} status={status} progress={42} />
        ))}
      </Row>
      <Row>
        <SimulatedBadge isSimulated />
        <SimulatedBadge isSimulated={false} />
        {(['neutral', 'active', 'good', 'warn', 'bad'] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <span className="text-muted">
          <Duration seconds={754} /> · <RelativeTime at={new Date(Date.now() - 200_000).toISOString()} />
        </span>
      </Row>
      <StepStrip
        label="From pictures to a model"
        steps={[
          { id: 'images', label: 'Images', state: 'done', href: '#images' },
          { id: 'captions', label: 'Captions', state: 'done', href: '#captions' },
          { id: 'settings', label: 'Settings', state: 'now', href: '#settings' },
          { id: 'train', label: 'Train', state: 'ahead' },
          { id: 'review', label: 'Review', state: 'ahead' },
        ]}
      />
      <div className="grid gap-8 lg:grid-cols-3">
        <div className="flex flex-col gap-5">
          <ProgressBar label="Training" value={42} detail="420 of 1,000 steps" />
          <ProgressBar label="Uploading" value={86} />
          <ProgressBar label="Looking for a machine" value={null} />
          <ProgressBar label="Saved" value={100} tone="good" />
          <ProgressBar label="Broken off" value={31} tone="bad" />
        </div>
        <StageTimeline stages={toStages('training', marks, at(9))} note="Step 420 of 1,000" />
        <StageTimeline stages={toStages('failed', [...marks, { status: 'failed', at: at(7) }], at(9))} />
      </div>
    </Section>
  );
}
