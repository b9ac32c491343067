import { previewTrigger } from './preview-trigger.ts';

interface TriggerLineProps {
  readonly caption: string;
  readonly trigger: string;
}

/** A caption or a prompt as it is when the trigger word has come into it, the word marked. */
export function TriggerLine({ caption, trigger }: TriggerLineProps) {
  return (
    <p className="wrap-anywhere min-h-9 rounded-md bg-sunken px-3 py-2 text-sm">
      {trigger !== '' &&
        previewTrigger(caption, trigger).map(({ text, isTrigger }, index) =>
          isTrigger ? (
            <mark key={index} className="rounded-sm bg-accent-soft px-1 font-medium text-accent-ink">
              {text}
            </mark>
          ) : (
            <span key={index}>{text}</span>
          ),
        )}
    </p>
  );
}
