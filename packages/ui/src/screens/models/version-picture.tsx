import type { Generation } from '../../api/answers.ts';
import { drawMark } from './version-mark.ts';

interface VersionPictureProps {
  readonly modelId: string;
  readonly sha256: string;
  readonly samples: readonly Generation[];
  readonly className: string;
}

/** What the version painted last, a starred one first; until it has painted, a mark drawn from its own hash. */
export function VersionPicture({ modelId, sha256, samples, className }: VersionPictureProps) {
  const painted = samples.filter((one) => one.modelId === modelId).flatMap(({ images }) => images);
  const shown = painted.find(({ isStarred }) => isStarred) ?? painted[0];
  const url = shown?.thumbnailUrl || shown?.url;
  return (
    <span className={`plate block shrink-0 overflow-hidden rounded-sm ${className}`}>
      {url ? (
        <img src={url} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
      ) : (
        <svg aria-hidden viewBox="-1 -1 7 7" className="size-full text-accent-ink">
          {drawMark(sha256).map(({ x, y, strength }) => (
            <rect
              key={`${x}-${y}`}
              x={x}
              y={y}
              width={1.02}
              height={1.02}
              fill="currentColor"
              opacity={strength < 0.4 ? 0 : strength * 0.7}
            />
          ))}
        </svg>
      )}
    </span>
  );
}
