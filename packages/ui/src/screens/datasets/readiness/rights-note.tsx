'use client';

import { useEffect, useState } from 'react';
import { useWords } from '../../../messages/use-words.ts';
import { Checkbox } from '../../../primitives/checkbox.tsx';

interface RightsNoteProps {
  readonly brandId: string;
}

const keyOf = (brandId: string) => `act.rights:${brandId}`;

/** Whose pictures they are is for a person to say; it is remembered until the tab is closed. */
export function RightsNote({ brandId }: RightsNoteProps) {
  const words = useWords('datasets.rights');
  const [isConfirmed, setIsConfirmed] = useState(false);
  useEffect(() => setIsConfirmed(sessionStorage.getItem(keyOf(brandId)) === 'yes'), [brandId]);
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-4 text-sm">
      <Checkbox
        label={words('confirm')}
        checked={isConfirmed}
        onChange={({ target }) => {
          setIsConfirmed(target.checked);
          sessionStorage.setItem(keyOf(brandId), target.checked ? 'yes' : 'no');
        }}
      />
      <p className="text-muted max-lg:hidden">{words('kept')}</p>
    </div>
  );
}
