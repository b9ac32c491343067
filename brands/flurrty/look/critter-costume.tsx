import type { CritterPart } from './critter-part.ts';

/** What belongs to its type: drawn in colours of its own, so that it is seen on every fur. */
export function CritterCostume({ traits: { type }, colours }: CritterPart) {
  const edge = { stroke: colours.line, strokeWidth: 3.5 } as const;
  switch (type) {
    case 'glamour':
      return (
        <g>
          <path d="M84 58 90 26l17 15 13-23 13 23 17-15 6 32q-36-12-72 0Z" fill="#ffcf3d" {...edge} />
          <g fill="#ff5fa2">
            <circle cx="120" cy="42" r="5" />
            <circle cx="99" cy="47" r="3.5" />
            <circle cx="141" cy="47" r="3.5" />
          </g>
          <Star x={204} y={66} size={14} />
          <Star x={36} y={86} size={10} />
          <path d="M88 210q32 22 64 0" fill="none" stroke="#ffcf3d" strokeWidth="6" strokeDasharray="1 10" />
        </g>
      );
    case 'cosplay':
      return (
        <g>
          <path d="M62 74C96 82 144 82 178 74l8 9c-40 12-92 12-132 0Z" fill="#5d3fd3" {...edge} />
          <path d="M78 74 116 6q4-6 10 0l6 12 18 2-9 9 21 45q-42 8-84 0Z" fill="#6f4cf0" {...edge} />
          <Star x={122} y={52} size={11} />
        </g>
      );
    case 'business':
      return (
        <g {...edge}>
          <path d="M74 214 120 236 166 214 178 244H62Z" fill="#34406b" />
          <path d="M100 204l20 20 20-20 8 12-28 26-28-26Z" fill="#fff" />
          <path d="M113 222h14l-3 8 8 16h-24l8-16Z" fill="#e5395f" />
          <g fill="none" strokeWidth="4">
            <rect x="66" y="98" width="44" height="38" rx="15" />
            <rect x="130" y="98" width="44" height="38" rx="15" />
            <path d="M110 112q10-6 20 0" />
          </g>
        </g>
      );
    case 'street':
      return (
        <g>
          <path d="M50 122C46 62 80 28 120 28s74 34 70 94" fill="none" stroke="#3a3f55" strokeWidth="10" />
          <rect x="36" y="104" width="24" height="44" rx="12" fill="#23c4b8" {...edge} />
          <rect x="180" y="104" width="24" height="44" rx="12" fill="#23c4b8" {...edge} />
          <path d="M84 214q36 24 72 0l8 16q-44 28-88 0Z" fill="#3a3f55" {...edge} />
        </g>
      );
    case 'sporty':
      return (
        <g>
          <path d="M58 88q62-26 124 0l3 16q-65-26-130 0Z" fill="#2f8cff" {...edge} />
          <path d="M110 74l20 1-1 16-18-1Z" fill="#fff" />
          <path d="M96 206q24 40 48 0" fill="none" stroke="#2f8cff" strokeWidth="7" />
          <circle cx="120" cy="228" r="11" fill="#ffcf3d" {...edge} />
        </g>
      );
    case 'fantasy':
      return (
        <g>
          <path d="M60 74q60-32 120 0" fill="none" stroke="#3f9d5a" strokeWidth="6" />
          {[
            [66, 72, '#ff8fc0'],
            [92, 60, '#ffe06b'],
            [120, 56, '#ff8fc0'],
            [148, 60, '#9ad6ff'],
            [174, 72, '#ffe06b'],
          ].map(([x, y, fill]) => (
            <Blossom key={x} x={Number(x)} y={Number(y)} fill={String(fill)} line={colours.line} />
          ))}
          <Star x={208} y={54} size={12} />
          <Star x={30} y={60} size={9} />
        </g>
      );
  }
}

interface Placed {
  readonly x: number;
  readonly y: number;
}

const Star = ({ x, y, size }: Placed & { readonly size: number }) => (
  <path
    transform={`translate(${x} ${y}) scale(${size / 10})`}
    d="M0-10Q1.5-1.5 10 0 1.5 1.5 0 10-1.5 1.5-10 0-1.5-1.5 0-10Z"
    fill="#fff3b8"
    stroke="#e0a100"
    strokeWidth="1"
  />
);

interface BlossomProps extends Placed {
  readonly fill: string;
  readonly line: string;
}

const Blossom = ({ x, y, fill, line }: BlossomProps) => (
  <g transform={`translate(${x} ${y})`} stroke={line} strokeWidth="2">
    {[0, 72, 144, 216, 288].map((turn) => (
      <ellipse key={turn} cx="0" cy="-7" rx="5.5" ry="6.5" fill={fill} transform={`rotate(${turn})`} />
    ))}
    <circle r="4" fill="#fff" />
  </g>
);
