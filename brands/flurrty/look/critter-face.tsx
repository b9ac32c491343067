import type { CritterPart } from './critter-part.ts';

export function CritterFace(part: CritterPart) {
  return (
    <g>
      <Eyes {...part} />
      <Nose {...part} />
      <Mouth {...part} />
    </g>
  );
}

/** Half the width and height of an eye. */
const eyes = {
  realistic: [10, 10],
  anthro: [13, 14],
  cartoon: [20, 23],
  anime: [17, 22],
  storybook: [8, 9],
} as const;

function Eyes({ traits: { hybridStyle, voice }, colours }: CritterPart) {
  const [width, height] = eyes[hybridStyle];
  const isCalm = voice === 'calm';
  const eye = (x: number, isShut: boolean) =>
    isShut ? (
      <path
        d={`M${x - width} 118q${width} ${height * 0.9} ${width * 2} 0`}
        fill="none"
        stroke={colours.line}
        strokeWidth="6"
      />
    ) : (
      <g>
        <ellipse cx={x} cy="116" rx={width} ry={height} fill="#fff" stroke={colours.line} strokeWidth="3" />
        <ellipse cx={x} cy="118" rx={width * 0.68} ry={height * 0.76} fill={colours.deep} />
        <ellipse cx={x} cy="119" rx={width * 0.4} ry={height * 0.5} fill="#1d1029" />
        <circle cx={x - width * 0.25} cy={116 - height * 0.3} r={width * 0.28} fill="#fff" />
        {hybridStyle === 'anime' && <circle cx={x + 5} cy="126" r="3.2" fill="#fff" />}
        {voice === 'mysterious' && (
          <path
            d={`M${x - width - 2} 116a${width + 2} ${height + 2} 0 0 1 ${width * 2 + 4} 0Z`}
            fill={colours.main}
            stroke={colours.line}
            strokeWidth="3"
          />
        )}
      </g>
    );
  return (
    <g>
      {eye(88, isCalm)}
      {eye(152, isCalm || voice === 'cheeky')}
      {voice === 'bold' && (
        <path
          d={`M72 ${106 - height}l26 6M168 ${106 - height}l-26 6`}
          stroke={colours.line}
          strokeWidth="6"
          fill="none"
        />
      )}
      {(hybridStyle === 'cartoon' || hybridStyle === 'anime' || voice === 'warm') && (
        <g fill="#ff5f8f" opacity=".45">
          <ellipse cx="70" cy="146" rx="11" ry="7" />
          <ellipse cx="170" cy="146" rx="11" ry="7" />
        </g>
      )}
    </g>
  );
}

function Nose({ traits: { furType, hybridStyle }, colours }: CritterPart) {
  if (furType === 'feathered') {
    return <path d="M120 134l15 9-15 15-15-15Z" fill="#ffb629" stroke={colours.line} strokeWidth="3" />;
  }
  return (
    <g>
      <path d="M109 140q11-8 22 0 1 9-11 13-12-4-11-13Z" fill={colours.line} />
      <ellipse cx="116" cy="141" rx="3.4" ry="2" fill="#fff" opacity=".6" />
      {hybridStyle === 'realistic' && (
        <path
          d="M84 152l-34-6M84 160l-32 5M156 152l34-6M156 160l32 5"
          stroke={colours.line}
          strokeWidth="2"
          opacity=".6"
        />
      )}
    </g>
  );
}

function Mouth({ traits: { voice }, colours }: CritterPart) {
  const line = { fill: 'none', stroke: colours.line, strokeWidth: 4.5 } as const;
  switch (voice) {
    case 'warm':
      return <path d="M102 164q9 10 18 1 9 9 18-1" {...line} />;
    case 'playful':
      return (
        <g>
          <path
            d="M99 163q21 6 42 0-3 26-21 26t-21-26Z"
            fill="#7a1d3f"
            stroke={colours.line}
            strokeWidth="4"
          />
          <path d="M109 181q11-10 22 0-4 8-11 8t-11-8Z" fill="#ff7d9c" />
        </g>
      );
    case 'bold':
      return (
        <g>
          <path d="M98 164q22 12 44 0-6 18-22 18t-22-18Z" fill="#fff" stroke={colours.line} strokeWidth="4" />
          <path d="M108 169l4 8 4-7" fill="#fff" stroke={colours.line} strokeWidth="2.5" />
        </g>
      );
    case 'calm':
      return <path d="M108 166q12 7 24 0" {...line} />;
    case 'cheeky':
      return (
        <g>
          <path d="M102 164q18 12 38-3" {...line} />
          <path d="M114 170q8 16 17-1Z" fill="#ff7d9c" stroke={colours.line} strokeWidth="3.5" />
        </g>
      );
    case 'mysterious':
      return <path d="M106 168q18 3 30-9" {...line} />;
  }
}
