import type { INodeExecutionData } from 'n8n-workflow';
import sharp from 'sharp';

/** Items as a node hands them on that reads files: pictures that nobody has seen before, sharp and each another. */
export const paintPictures = (count: number): Promise<INodeExecutionData[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const bytes = await paint();
      const data = {
        data: bytes.toString('base64'),
        fileName: `logo "${index}".jpg`,
        mimeType: 'image/jpeg',
      };
      return { json: { index }, binary: { data } };
    }),
  );

function paint(): Promise<Buffer> {
  const side = 768;
  const at = (least: number, most: number) => least + Math.random() * (most - least);
  const shapes = Array.from(
    { length: 24 },
    () => `<rect x="${at(-60, side)}" y="${at(-60, side)}" width="${at(40, 300)}" height="${at(40, 200)}"
      fill="hsl(${at(0, 360)} 60% ${at(20, 80)}%)" transform="rotate(${at(0, 90)})"/>`,
  );
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">
    <rect width="100%" height="100%" fill="hsl(${at(0, 360)} 30% 50%)"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(picture)).jpeg().toBuffer();
}
