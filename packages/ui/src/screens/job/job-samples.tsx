'use client';

import { ImageOff } from 'lucide-react';
import type { TrainingJob } from '../../api/answers.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useWords } from '../../messages/use-words.ts';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { samplePrompts } from '../configure/sample-prompts.ts';
import { isAddress, toSampleRows } from './sample-rows.ts';

/** What the model could paint on the way: a row for each checkpoint, a column for each prompt. */
export function JobSamples({ job }: { readonly job: TrainingJob }) {
  const words = useWords('job');
  const prompts = samplePrompts(job.triggerWord ?? '');
  const rows = toSampleRows(job.sampleImageUrls, prompts.length);
  if (rows.length === 0) {
    const isToCome = job.provider === 'runpod' && !isFinished(job.status);
    return (
      <EmptyState
        icon={<ImageOff aria-hidden />}
        title={words(isToCome ? 'samplesToCome' : 'samplesNone')}
        line={words(isToCome ? 'samplesLater' : job.provider === 'runpod' ? 'samplesMissed' : 'noSamples')}
      />
    );
  }
  return (
    <table className="w-full max-w-3xl table-fixed border-separate border-spacing-1">
      <thead>
        <tr className="text-left align-bottom">
          <th scope="col" className="w-24 px-1 pb-1 font-medium text-muted text-xs max-sm:w-14">
            {words('checkpoint')}
          </th>
          {prompts.map((prompt) => (
            <th key={prompt} scope="col" className="pb-1 font-normal text-sm">
              <span className="flex items-end justify-between gap-2">
                <span className="line-clamp-2">{prompt}</span>
                <CopyButton text={prompt} label={words('copyPrompt')} isIconOnly />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ checkpoint, urls }) => (
          <tr key={checkpoint}>
            <th scope="row" className="figures px-1 text-left align-top font-medium text-sm">
              {checkpoint}
            </th>
            {urls.map((url, column) => (
              <td key={prompts[column]} className="p-0">
                <Tile
                  url={url && isAddress(url) ? url : null}
                  alt={words('sampleOf', { checkpoint, prompt: prompts[column] ?? '' })}
                  standIn={words(url ? 'sampleKept' : 'sampleAwaited')}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
