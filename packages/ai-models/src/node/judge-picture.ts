import type { PictureFinding } from './inspection-result.ts';
import type { PictureMeasures } from './measure-pixels.ts';

/**
 * The shorter side, in pixels. The smallest bucket of the trainers is 512: a smaller picture is enlarged, which softens
 * it. Below half of that most of what is learned would be invented by the enlarging.
 */
export const leastSide = { accepted: 256, recommended: 512 } as const;

// Measured at no more than 1,024 pixels, as training sees a picture; see inspect-picture.test.ts for what they tell apart.
const leastSharpness = 60;
const darkBelow = 45;
const brightAbove = 225;
const leastContrast = 40;

/** What a person should know of a picture, by its numbers. */
export function judgePicture(
  { width, height }: { width: number; height: number },
  { sharpness, brightness, darkest, brightest }: PictureMeasures,
): PictureFinding[] {
  const contrast = brightest - darkest;
  const findings: PictureFinding[] = [];
  if (Math.min(width, height) < leastSide.recommended) findings.push('small');
  if (sharpness < leastSharpness) findings.push('blurred');
  // A product on black or white has its contrast; what was lit wrongly has not.
  if (brightness < darkBelow && brightest < 140) findings.push('dark');
  if (brightness > brightAbove && darkest > 120) findings.push('bright');
  if (contrast < leastContrast) findings.push('low_contrast');
  return findings;
}
