'use client';

import { PencilLine, WandSparkles } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { toEditStep } from '../pictures/edits.ts';
import type { Dataset } from '../use-dataset.ts';
import type { BulkEdit } from './bulk-edits.ts';
import { CaptioningProgress } from './captioning-progress.tsx';
import { SharedPhraseNote } from './shared-phrase-note.tsx';
import { findSharedPhrases } from './shared-phrases.ts';
import { TriggerPreview } from './trigger-preview.tsx';
import { useCaptioning } from './use-captioning.ts';

interface CaptionToolsProps {
  readonly dataset: Dataset;
}

const AutoCaptionDialog = dynamic(
  () => import('./auto-caption-dialog.tsx').then((module) => module.AutoCaptionDialog),
  { ssr: false },
);
const BulkEditDialog = dynamic(
  () => import('./bulk-edit-dialog.tsx').then((module) => module.BulkEditDialog),
  { ssr: false },
);

/** Beside the captions: how the trigger word lands, and what is done with many of them at once. */
export function CaptionTools({ dataset }: CaptionToolsProps) {
  const words = useWords('datasets');
  const captioning = useCaptioning();
  const [bulk, setBulk] = useState<BulkEdit | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { ready, shown, edits, captioned } = dataset;
  const described = shown.filter(({ status }) => status === 'ready');
  const phrases = findSharedPhrases(ready.map(({ caption }) => caption ?? ''));
  const isWriting = captioning.state !== null && !captioning.state.isOver;
  return (
    <>
      <TriggerPreview asset={ready.find(({ caption }) => caption?.trim()) ?? ready[0]} />
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-1">
        <Button
          icon={<WandSparkles aria-hidden size={15} />}
          disabled={isWriting || described.length === 0}
          onClick={() => setIsAsking(true)}
        >
          {words('autocaption')}
        </Button>
        <Button
          icon={<PencilLine aria-hidden size={15} />}
          disabled={described.length === 0}
          onClick={() => setBulk({ kind: 'replace', find: '', replacement: '', isExact: false })}
        >
          {words('bulkEdit')}
        </Button>
      </div>
      {captioned < ready.length && (
        <Button size="small" variant="quiet" onClick={() => dataset.setFilter('uncaptioned')}>
          {words('findUncaptioned', { count: ready.length - captioned })}
        </Button>
      )}
      {captioning.state && (
        <CaptioningProgress
          state={captioning.state}
          onStop={captioning.stop}
          onDismiss={captioning.dismiss}
        />
      )}
      <SharedPhraseNote
        phrases={phrases}
        total={captioned}
        onStrip={(phrase) => setBulk({ kind: 'remove', phrase })}
      />
      <p className="text-muted text-xs max-lg:hidden">{words('captionKeys')}</p>
      {isAsking && (
        <AutoCaptionDialog
          assets={described.filter(({ isTrainingData }) => isTrainingData)}
          onStart={captioning.start}
          onClose={() => setIsAsking(false)}
        />
      )}
      {bulk && (
        <BulkEditDialog
          assets={described}
          start={bulk}
          onClose={() => setBulk(null)}
          onApply={(changes) => {
            const next = new Map(changes.map(({ asset, after }) => [asset.id, after]));
            const assets = changes.map(({ asset }) => asset);
            void edits.apply(
              toEditStep(assets, ({ id, caption }) => ({ caption: next.get(id) ?? caption ?? '' })),
            );
          }}
        />
      )}
    </>
  );
}
