'use client';

import { useEffect, useState } from 'react';
import { useWords } from '../../../messages/use-words.ts';
import { Checkbox } from '../../../primitives/checkbox.tsx';
import { keepForm, readKeptForm } from '../../kept-form.ts';
import { useKeptForm } from '../../use-kept-form.ts';

/** Whose pictures they are is for a person to say; it is remembered of this one until the tab is closed. */
export function RightsNote() {
  const words = useWords('datasets.rights');
  const place = useKeptForm('rights');
  const [isConfirmed, setIsConfirmed] = useState(false);
  useEffect(() => setIsConfirmed(readKeptForm(place) === true), [place]);
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-4 text-sm">
      <Checkbox
        label={words('confirm')}
        checked={isConfirmed}
        onChange={({ target }) => {
          setIsConfirmed(target.checked);
          keepForm(place, target.checked);
        }}
      />
      <p className="text-muted max-lg:hidden">{words('kept')}</p>
    </div>
  );
}
