import type { Page } from 'playwright-core';

/** A picture as a file input takes it. */
export interface DrawnPicture {
  readonly name: string;
  readonly mimeType: 'image/jpeg';
  readonly buffer: Buffer;
}

/** Pictures that pass every check: large, sharp, well lit, and each unlike the others. Drawn by the browser itself. */
export async function drawPictures(page: Page, count: number): Promise<DrawnPicture[]> {
  const pictures: DrawnPicture[] = [];
  for (let index = 0; index < count; index += 1) {
    const base64 = await page.evaluate<string>(`(${draw})(${index})`);
    pictures.push({
      name: `sign ${index + 1}.jpg`,
      mimeType: 'image/jpeg',
      buffer: Buffer.from(base64, 'base64'),
    });
  }
  return pictures;
}

const draw = `(index) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1100;
  const pen = canvas.getContext('2d');
  let state = index * 7919 + 17;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let x = 0; x < 1100; x += 44) for (let y = 0; y < 1100; y += 44) {
    pen.fillStyle = 'hsl(' + random() * 360 + ' 70% ' + (20 + random() * 60) + '%)';
    pen.fillRect(x, y, 44, 44);
  }
  for (let each = 0; each < 12; each += 1) {
    pen.fillStyle = 'hsl(' + random() * 360 + ' 80% 50%)';
    pen.beginPath();
    pen.arc(random() * 1100, random() * 1100, 60 + random() * 160, 0, 7);
    pen.fill();
  }
  return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
}`;
