import { type ReactNode, useState } from 'react';
import { useRefusalWords } from './use-refusal-words.ts';

interface AskedAct {
  /** For the dialog: it stays open where this fails. */
  readonly run: () => Promise<void>;
  /** Why it was refused, as one more line of the dialog. */
  readonly lines: readonly ReactNode[];
  readonly forget: () => void;
}

/** What a dialog asks about, which says there why it was refused. */
export const useAskedAct = (act: () => Promise<unknown>): AskedAct => {
  const describe = useRefusalWords();
  const [refused, setRefused] = useState<{ readonly error: unknown } | null>(null);
  return {
    run: async () => {
      setRefused(null);
      try {
        await act();
      } catch (error) {
        setRefused({ error });
        throw error;
      }
    },
    lines: refused
      ? [
          <span key="refusal" role="alert" className="text-bad">
            {describe(refused.error)}
          </span>,
        ]
      : [],
    forget: () => setRefused(null),
  };
};
