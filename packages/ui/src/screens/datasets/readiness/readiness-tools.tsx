'use client';

import type { SubjectKind } from '@act/tenant-config';
import { ChevronDown } from 'lucide-react';
import type { ReadinessReason } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Field } from '../../../primitives/field.tsx';
import { Select } from '../../../primitives/select.tsx';
import { GoodPictures } from '../good-pictures.tsx';
import type { Dataset } from '../use-dataset.ts';
import { ReadinessPanel } from './readiness-panel.tsx';
import type { ReasonFix } from './reason-fixes.ts';
import { RightsNote } from './rights-note.tsx';

interface ReadinessToolsProps {
  readonly dataset: Dataset;
  readonly onFix: ((fix: ReasonFix, reason: ReadinessReason) => void) | undefined;
}

const subjectKinds: readonly SubjectKind[] = ['style', 'character', 'product', 'person'];

/** Beside the pictures, before they are described: whether they will do. */
export function ReadinessTools({ dataset, onFix }: ReadinessToolsProps) {
  const [words, kinds, advice] = [useWords('readiness'), useWords('kinds'), useWords('datasets.advice')];
  const { filter, setFilter } = dataset;
  return (
    <>
      {dataset.hasJudged && (
        <>
          <Field label={words('kind')} className="max-lg:hidden">
            <Select
              value={dataset.kind}
              onChoose={dataset.setKind}
              options={subjectKinds.map((value) => ({ value, label: kinds(`${value}.word`) }))}
            />
          </Field>
          <ReadinessPanel
            report={dataset.report}
            onJudge={dataset.judgeAgain}
            chosen={filter.startsWith('reason:') ? filter.slice('reason:'.length) : null}
            onChoose={(code) => setFilter(code === null ? 'all' : `reason:${code}`)}
            onFix={onFix}
          />
        </>
      )}
      {onFix && <RightsNote />}
      <details className="group rounded-lg border border-line p-4 text-sm max-lg:hidden">
        <summary className="flex list-none items-center justify-between font-medium">
          {advice('title')}
          <ChevronDown
            aria-hidden
            size={16}
            className="text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="mt-3">
          <GoodPictures isNarrow />
        </div>
      </details>
    </>
  );
}
