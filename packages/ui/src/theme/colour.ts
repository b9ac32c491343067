/** A colour in OKLCH: lightness 0 to 1, chroma, hue in degrees. */
export interface Colour {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

type Triple = readonly [number, number, number];

const hexadecimal = /^#([0-9a-f]{3,8})$/i;
const oklch =
  /^oklch\((\d{1,3}(?:\.\d+)?)(%?) (\d{1,3}(?:\.\d+)?)(%?) (\d{1,3}(?:\.\d+)?)(?: \/ [\d.]+%?)?\)$/i;

/** Reads `#rgb`, `#rrggbb` or `oklch(…)`, without what it says of transparency; null for anything else. */
export const parseColour = (text: string): Colour | null => {
  const digits = hexadecimal.exec(text)?.[1];
  if (digits && [3, 4, 6, 8].includes(digits.length)) return fromLinear(linearFromHex(digits));
  const parts = oklch.exec(text);
  if (!parts) return null;
  const [, lightness, lightnessUnit, chroma, chromaUnit, hue] = parts;
  return {
    lightness: Math.min(1, Number(lightness) / (lightnessUnit ? 100 : 1)),
    // In CSS, 100 % of chroma is 0.4.
    chroma: chromaUnit ? (Number(chroma) / 100) * 0.4 : Number(chroma),
    hue: Number(hue),
  };
};

/** `#rrggbb`, with less chroma where a screen cannot show so much. */
export const toHex = (colour: Colour): string => {
  const channels = toShowableLinear(colour).map((channel) => Math.round(encode(channel) * 255));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};

/** How light a colour is to the eye, as WCAG counts it. */
export const luminance = (colour: Colour): number => {
  const [red, green, blue] = toShowableLinear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** `share` of the second colour in the first one. */
export const mix = (first: Colour, second: Colour, share: number): Colour => {
  const [from, to] = [toLab(first), toLab(second)];
  return fromLab(
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  );
};

const linearFromHex = (digits: string): Triple => {
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const channel = (at: number) => decode(Number.parseInt(long.slice(at, at + 2), 16) / 255);
  return [channel(0), channel(2), channel(4)];
};

const decode = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const encode = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

const fromLinear = ([red, green, blue]: Triple): Colour => {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return fromLab(
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  );
};

const toLinear = (colour: Colour): Triple => {
  const [lightness, a, b] = toLab(colour);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
};

const isShowable = (channels: Triple) => channels.every((channel) => channel > -0.0005 && channel < 1.0005);

const toShowableLinear = (colour: Colour): Triple => {
  let linear = toLinear(colour);
  for (let { chroma } = colour; chroma > 0 && !isShowable(linear); ) {
    chroma = Math.max(0, chroma - 0.004);
    linear = toLinear({ ...colour, chroma });
  }
  const [red, green, blue] = linear;
  return [clamp(red), clamp(green), clamp(blue)];
};

const clamp = (value: number) => Math.min(1, Math.max(0, value));

const toLab = ({ lightness, chroma, hue }: Colour): Triple => {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
};

const fromLab = (lightness: number, a: number, b: number): Colour => ({
  lightness,
  chroma: Math.hypot(a, b),
  hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
});
