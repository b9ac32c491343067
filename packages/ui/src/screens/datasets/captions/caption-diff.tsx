import { diffWords } from './diff-words.ts';

interface CaptionDiffProps {
  readonly before: string;
  readonly after: string;
}

/** What goes struck through, what comes underlined: neither is told by its colour alone. */
export function CaptionDiff({ before, after }: CaptionDiffProps) {
  return (
    <p className="wrap-anywhere min-w-0 text-sm">
      {diffWords(before, after).map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'gone' ? (
          <del key={index} className="bg-bad-soft text-bad">
            {text}
          </del>
        ) : (
          <ins key={index} className="bg-good-soft text-good">
            {text}
          </ins>
        ),
      )}
    </p>
  );
}
