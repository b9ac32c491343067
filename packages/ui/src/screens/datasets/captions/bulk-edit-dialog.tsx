'use client';

import { useState } from 'react';
import type { Asset } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { Checkbox } from '../../../primitives/checkbox.tsx';
import { Dialog } from '../../../primitives/dialog.tsx';
import { Field } from '../../../primitives/field.tsx';
import { Input } from '../../../primitives/input.tsx';
import { Segments } from '../../../primitives/segments.tsx';
import { type BulkEdit, type CaptionChange, previewBulkEdit } from './bulk-edits.ts';
import { CaptionDiff } from './caption-diff.tsx';

interface BulkEditDialogProps {
  /** Those that are shown, as they are filtered. */
  readonly assets: readonly Asset[];
  /** What it begins with. */
  readonly start: BulkEdit;
  readonly onApply: (changes: readonly CaptionChange[]) => void;
  readonly onClose: () => void;
}

const mostShown = 6;
const kinds = ['replace', 'add', 'remove'] as const;

/** One edit for many captions, with what it would do before it does it. */
export function BulkEditDialog({ assets, start, onApply, onClose }: BulkEditDialogProps) {
  const words = useWords('datasets.bulk');
  const [edit, setEdit] = useState(start);
  const changes = previewBulkEdit(assets, edit);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('title')}
      description={words('scope', { count: assets.length })}
      actions={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button
            variant="primary"
            disabled={changes.length === 0}
            onClick={() => {
              onApply(changes);
              onClose();
            }}
          >
            {words('apply', { count: changes.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Segments
          label={words('what')}
          value={edit.kind}
          onChoose={(kind) => setEdit(emptyEdits[kind])}
          segments={kinds.map((value) => ({ value, label: words(value) }))}
        />
        <EditFields edit={edit} onChange={setEdit} />
        <section aria-label={words('preview')} className="min-h-40">
          <p role="status" className="mb-1 text-muted text-sm">
            {words('changes', { count: changes.length })}
          </p>
          <ul className="flex flex-col">
            {changes.slice(0, mostShown).map((change) => (
              <li key={change.asset.id} className="flex gap-3 border-line border-t py-2">
                {change.asset.thumbnailUrl && (
                  <img
                    src={change.asset.thumbnailUrl}
                    alt=""
                    className="size-10 shrink-0 rounded-sm object-cover"
                  />
                )}
                <CaptionDiff before={change.before} after={change.after} />
              </li>
            ))}
          </ul>
          {changes.length > mostShown && (
            <p className="border-line border-t pt-2 text-muted text-sm">
              {words('others', { count: changes.length - mostShown })}
            </p>
          )}
        </section>
      </div>
    </Dialog>
  );
}

const emptyEdits: Readonly<Record<BulkEdit['kind'], BulkEdit>> = {
  replace: { kind: 'replace', find: '', replacement: '', isExact: false },
  add: { kind: 'add', phrase: '', place: 'end' },
  remove: { kind: 'remove', phrase: '' },
};

interface EditFieldsProps {
  readonly edit: BulkEdit;
  readonly onChange: (edit: BulkEdit) => void;
}

function EditFields({ edit, onChange }: EditFieldsProps) {
  const words = useWords('datasets.bulk');
  if (edit.kind === 'replace') {
    return (
      <div className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={words('find')}>
            <Input value={edit.find} onChange={({ target }) => onChange({ ...edit, find: target.value })} />
          </Field>
          <Field label={words('replacement')}>
            <Input
              value={edit.replacement}
              onChange={({ target }) => onChange({ ...edit, replacement: target.value })}
            />
          </Field>
        </div>
        <Checkbox
          label={words('exact')}
          checked={edit.isExact}
          onChange={({ target }) => onChange({ ...edit, isExact: target.checked })}
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label={words('phrase')} hint={words(edit.kind === 'add' ? 'addHint' : 'removeHint')}>
        <Input value={edit.phrase} onChange={({ target }) => onChange({ ...edit, phrase: target.value })} />
      </Field>
      {edit.kind === 'add' && (
        <Segments
          label={words('place')}
          value={edit.place}
          onChoose={(place) => onChange({ ...edit, place })}
          segments={[
            { value: 'start', label: words('atStart') },
            { value: 'end', label: words('atEnd') },
          ]}
        />
      )}
    </div>
  );
}
