import type { CritterPart } from './critter-part.ts';

/** The head, as each kind of fur has it. */
const heads = {
  short: 'M120 50c48 0 74 30 74 72s-30 76-74 76-74-34-74-76 26-72 74-72Z',
  fluffy:
    'M120 48c42 0 68 22 73 58l14 8-9 11 10 12-13 8 5 13-15 3c-12 24-36 38-65 38s-53-14-65-38l-15-3 5-13-13-8 10-12-9-11 14-8c5-36 31-58 73-58Z',
  curly:
    'M120 52c8-10 24-9 29 1 11-6 25 2 25 14 12 1 20 14 14 25 10 6 13 20 5 29 7 9 4 23-7 28 2 12-7 23-19 23-3 12-17 18-28 13-7 9-24 10-31 1-11 5-25-1-28-13-12 0-21-11-19-23-11-5-14-19-7-28-8-9-5-23 5-29-6-11 2-24 14-25 0-12 14-20 25-14 5-10 14-11 22-2Z',
  striped: 'M120 50c48 0 74 30 74 72l10 14-15 8c-6 32-34 54-69 54s-63-22-69-54l-15-8 10-14c0-42 26-72 74-72Z',
  spotted: 'M120 50c48 0 76 30 76 72s-32 76-76 76-76-34-76-76 28-72 76-72Z',
  feathered:
    'M120 48c44 0 72 26 75 66l16 14-15 5 11 15-16 1 4 16-17-3c-12 22-34 36-58 36s-46-14-58-36l-17 3 4-16-16-1 11-15-15-5 16-14c3-40 31-66 75-66Z',
};

export function CritterFur({ traits: { furType, hybridStyle }, colours }: CritterPart) {
  const isDrawn = hybridStyle === 'storybook';
  return (
    <g>
      {furType === 'feathered' && <Crest colours={colours} />}
      <path
        d={heads[furType]}
        fill={colours.main}
        stroke={colours.line}
        strokeWidth={hybridStyle === 'cartoon' ? 6 : 4}
        strokeDasharray={isDrawn ? '9 7' : undefined}
      />
      <path d="M76 78c12-14 28-19 44-19" fill="none" stroke={colours.bright} strokeWidth="7" opacity=".8" />
      <path
        d="M120 118c34 0 58 14 58 40 0 22-26 36-58 36s-58-14-58-36c0-26 24-40 58-40Z"
        fill={colours.second}
      />
      {furType === 'striped' && <Stripes colours={colours} />}
      {furType === 'spotted' && <Spots colours={colours} />}
      {furType === 'fluffy' && (
        <path
          d="M104 52c2-16 10-24 16-28 1 8 5 12 12 14-2 3-2 8 0 14Z"
          fill={colours.main}
          stroke={colours.line}
          strokeWidth="4"
        />
      )}
    </g>
  );
}

type Marks = Pick<CritterPart, 'colours'>;

const Stripes = ({ colours }: Marks) => (
  <g fill="none" stroke={colours.deep} strokeWidth="9">
    <path d="M120 58v22M98 62l5 18M142 62l-5 18" />
    <path d="M54 118l20 5M56 140l18-1M186 118l-20 5M184 140l-18-1" />
  </g>
);

const Spots = ({ colours }: Marks) => (
  <g fill={colours.deep}>
    <ellipse cx="92" cy="76" rx="10" ry="8" />
    <ellipse cx="144" cy="72" rx="8" ry="7" />
    <ellipse cx="118" cy="66" rx="5" ry="4" />
    <ellipse cx="62" cy="110" rx="6" ry="9" />
    <ellipse cx="178" cy="112" rx="7" ry="9" />
    <ellipse cx="170" cy="90" rx="5" ry="5" />
  </g>
);

const Crest = ({ colours }: Marks) => (
  <g stroke={colours.line} strokeWidth="4">
    <path d="M116 60C92 44 88 24 94 10c14 6 24 24 26 48Z" fill={colours.second} />
    <path d="M124 60c24-16 28-36 22-50-14 6-24 24-26 48Z" fill={colours.second} />
    <path d="M120 62C106 40 108 18 120 4c12 14 14 36 0 58Z" fill={colours.bright} />
  </g>
);
