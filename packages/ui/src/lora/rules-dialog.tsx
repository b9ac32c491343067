'use client';

import { useWords } from '../messages/use-words.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { loraKinds } from './lora.ts';

interface RulesDialogProps {
  readonly onClose: () => void;
}

const rules = ['amount', 'variety', 'sharp', 'clean', 'rights'] as const;

/** What makes good references, numbered as in a manual. */
export function RulesDialog({ onClose }: RulesDialogProps) {
  const [words, kinds] = [useWords('lora'), useWords('kinds')];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={words('rules')}
      description={words('rulesLead')}
      actions={
        <Button variant="primary" onClick={onClose}>
          {words('understood')}
        </Button>
      }
    >
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-[3fr_2fr]">
        <ol className="flex flex-col border-line border-t">
          {rules.map((rule, index) => (
            <li key={rule} className="grid grid-cols-[2.25rem_1fr] border-line border-b py-2.5">
              <span aria-hidden className="figures font-display font-semibold text-accent-ink text-lg">
                {index + 1}
              </span>
              <span>
                <span className="block font-medium">{words(`rulesOf.${rule}.word`)}</span>
                <span className="block text-muted text-sm">{words(`rulesOf.${rule}.line`)}</span>
              </span>
            </li>
          ))}
        </ol>
        <section aria-labelledby="rules-by-kind" className="flex flex-col gap-3">
          <h3 id="rules-by-kind" className="font-semibold text-md">
            {words('byKind')}
          </h3>
          <dl className="flex flex-col gap-3">
            {loraKinds.map((kind) => (
              <div key={kind} className="border-accent border-l-3 pl-3">
                <dt className="font-medium">{kinds(`${kind}.word`)}</dt>
                <dd className="text-muted text-sm">{words(`kindRules.${kind}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
