import { svg } from '../canvas.ts';
import { mix } from '../colour.ts';
import { motif, type PaintScene, rect } from './stage.ts';

/** A shop with awning, sign and window. */
export const paintShop: PaintScene = (stage) => {
  const { width, height, random, look, definitions, round } = stage;
  const [main, dark, warm, light] = look.palette;
  const front = random.one([light, mix(main, light, 0.3), mix(dark, light, 0.15)]);
  const awningY = height * (([0.26, 0.4, 0.33][round % 3] ?? 0.3) + random.between(-0.02, 0.02));
  const stripe = width / random.whole(8, 14);
  const stripes = Array.from({ length: Math.ceil(width / stripe) }, (_, index) => {
    const fill = index % 2 ? light : main;
    const x = index * stripe;
    return `<path d="M${svg(x)} ${svg(awningY)}h${svg(stripe)}v${svg(height * 0.13)}a${svg(stripe / 2)} ${svg(stripe / 2)} 0 0 1 ${svg(-stripe)} 0Z" fill="${definitions.linear(90, mix(fill, '#ffffff', 0.15), mix(fill, dark, 0.25))}"/>`;
  });
  const doorX = round % 2 ? 0.07 : 0.69;
  const windowX = doorX < 0.5 ? 0.38 : 0.07;
  const shelf = {
    x: windowX * width,
    y: awningY + height * 0.17,
    width: width * 0.55,
    height: height * 0.33,
  };
  return [
    rect(0, 0, width, height, definitions.linear(90, front, mix(front, dark, 0.3))),
    rect(width * 0.1, height * 0.06, width * 0.8, awningY - height * 0.1, dark, 'rx="8"'),
    motif(stage, {
      x: width * random.between(0.25, 0.75),
      y: height * 0.03 + awningY / 2,
      size: awningY * 0.56,
    }),
    rect(
      shelf.x,
      shelf.y,
      shelf.width,
      shelf.height,
      definitions.linear(60, mix(warm, '#ffffff', 0.6), mix(warm, dark, 0.25)),
    ),
    ...[0.2, 0.5, 0.8].map((share) =>
      motif(stage, {
        x: shelf.x + shelf.width * share,
        y: shelf.y + shelf.height * 0.55,
        size: shelf.height * 0.72,
      }),
    ),
    rect(
      doorX * width,
      awningY + height * 0.15,
      width * 0.24,
      height * 0.42,
      definitions.linear(0, dark, mix(dark, light, 0.2)),
    ),
    rect(
      (doorX + 0.04) * width,
      awningY + height * 0.19,
      width * 0.16,
      height * 0.22,
      mix(light, main, 0.25),
    ),
    ...stripes,
    rect(
      0,
      height * 0.9,
      width,
      height * 0.1,
      definitions.linear(90, mix(dark, light, 0.45), mix(dark, light, 0.25)),
    ),
  ].join('');
};

/** Flags before the sky. */
export const paintFlags: PaintScene = (stage) => {
  const { width, height, random, look, definitions } = stage;
  const [main, dark, warm, light] = look.palette;
  const sky = random.one([light, mix(warm, light, 0.4), mix(main, dark, 0.3)]);
  const count = random.whole(2, 4);
  const flags = Array.from({ length: count }, (_, index) => {
    const flag = { width: (width / count) * 0.62, height: height * random.between(0.45, 0.7) };
    const x = ((index + random.between(0.16, 0.3)) * width) / count;
    const y = height * random.between(0.06, 0.22);
    const cloth = look.palette[(index + count) % 3] ?? main;
    return [
      rect(x - 9, y - height * 0.03, 9, height, definitions.linear(0, light, mix(dark, light, 0.3))),
      `<path d="M${svg(x)} ${svg(y)}H${svg(x + flag.width)}V${svg(y + flag.height)}L${svg(x + flag.width / 2)} ${svg(y + flag.height * 0.88)}L${svg(x)} ${svg(y + flag.height)}Z" fill="${definitions.linear(20, mix(cloth, dark, 0.25), mix(cloth, '#ffffff', 0.18), cloth, mix(cloth, dark, 0.35))}"/>`,
      motif(stage, { x: x + flag.width / 2, y: y + flag.height * 0.42, size: flag.width * 0.7 }),
    ].join('');
  });
  const hills = `<path d="M0 ${svg(height * 0.86)}C${svg(width * 0.3)} ${svg(height * 0.76)} ${svg(width * 0.6)} ${svg(height * 0.95)} ${width} ${svg(height * random.between(0.78, 0.9))}V${height}H0Z" fill="${mix(main, dark, 0.55)}"/>`;
  return (
    rect(0, 0, width, height, definitions.linear(90, mix(sky, main, 0.35), mix(sky, '#ffffff', 0.3))) +
    hills +
    flags.join('')
  );
};
