import sharp from 'sharp';

/** Pictures of a logo that nobody has seen before, each on another ground: enough to train with. */
export function paintLogos(count: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const hue = Math.random() * 360;
  return Promise.all(Array.from({ length: count }, (_, index) => paintLogo(hue, index)));
}

const formats = [
  [1024, 1024],
  [1216, 832],
  [832, 1216],
] as const;

async function paintLogo(hue: number, index: number): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = formats[index % formats.length] ?? formats[0];
  const at = (least: number, most: number) => least + Math.random() * (most - least);
  const shapes = Array.from({ length: 24 }, () => {
    const [left, top, side] = [at(-100, width), at(-100, height), at(40, 300)];
    return `<rect x="${left}" y="${top}" width="${side}" height="${side * at(0.2, 1)}" rx="${at(0, 40)}"
      fill="hsl(${at(0, 360)} 45% ${at(20, 80)}%)" transform="rotate(${at(0, 90)} ${left} ${top})"/>`;
  });
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${index * 47} 30% ${at(30, 70)}%)"/>${shapes.join('')}
    <g transform="translate(${width * at(0.35, 0.65)} ${height * at(0.35, 0.65)}) rotate(${at(-20, 20)}) scale(${at(2, 3)})">
      <circle r="100" fill="hsl(${hue} 80% 50%)"/>
      <path d="M-60 45 L0 -70 L60 45 Z" fill="white"/>
      <circle r="22" cy="12" fill="hsl(${hue + 180} 80% 45%)"/>
    </g></svg>`;
  return new Uint8Array(await sharp(Buffer.from(picture)).jpeg({ quality: 92 }).toBuffer());
}
