const [columns, rows, gap] = [24, 25, 25] as const;
const eye = { x: 350, y: 385, radius: 255 } as const;
const light = { x: 265, y: 300 } as const;

/** How dark the print is at a place, from 0 to 1: a sphere that is lit from the upper left. */
function inkAt(x: number, y: number): number {
  const fromEye = Math.hypot(x - eye.x, y - eye.y) / eye.radius;
  if (fromEye > 1) return 0.1;
  return Math.min(1, 0.14 + Math.hypot(x - light.x, y - light.y) / 400);
}

/** A coarse print: the dots of a halftone, larger where it is darker. */
export function Halftone({ className }: { readonly className?: string }) {
  const dots = Array.from({ length: columns * rows }, (_, index) => {
    const row = Math.floor(index / columns);
    // Every second row stands half a dot aside, as on a turned screen.
    const x = 12 + (index % columns) * gap + (row % 2) * (gap / 2);
    const y = 112 + row * (gap * 0.87);
    return { x, y, radius: Number((inkAt(x, y) * 12.4).toFixed(2)) };
  });
  return (
    <svg aria-hidden="true" className={className} viewBox="0 0 600 900" preserveAspectRatio="xMidYMin slice">
      <g fill="#ffffff">
        {dots.map(({ x, y, radius }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={radius} />
        ))}
      </g>
    </svg>
  );
}
