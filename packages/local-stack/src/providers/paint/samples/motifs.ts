import { svg } from '../canvas.ts';
import { mix } from '../colour.ts';
import type { DrawMotif } from './look.ts';

/** A cube of three lit faces with a window in each: a logo. */
export const drawCube: DrawMotif = ({ palette: [main, dark, , light] }, accent, definitions) => {
  const top = definitions.linear(60, mix(accent, light, 0.45), accent);
  const left = definitions.linear(60, mix(main, dark, 0.15), mix(main, dark, 0.5));
  const right = definitions.linear(120, mix(dark, light, 0.18), dark);
  return [
    `<path d="M0 -.5L.43 -.25L0 0L-.43 -.25Z" fill="${top}"/>`,
    `<path d="M-.43 -.25L0 0V.5L-.43 .25Z" fill="${left}"/>`,
    `<path d="M.43 -.25L0 0V.5L.43 .25Z" fill="${right}"/>`,
    `<path d="M0 -.36L.19 -.25L0 -.14L-.19 -.25Z" fill="${dark}" fill-opacity=".55"/>`,
    `<path d="M-.32 -.06L-.11 .06V.31L-.32 .19Z" fill="${light}" fill-opacity=".9"/>`,
    `<path d="M.32 -.06L.11 .06V.31L.32 .19Z" fill="${main}"/>`,
  ].join('');
};

/** A bottle with a label: a product. */
export const drawBottle: DrawMotif = ({ palette: [main, dark, warm, light] }, accent, definitions) => {
  const glass = definitions.linear(
    0,
    mix(accent, dark, 0.55),
    mix(accent, '#ffffff', 0.35),
    accent,
    mix(accent, dark, 0.6),
  );
  const label = definitions.linear(0, mix(light, dark, 0.25), light, '#ffffff', mix(light, dark, 0.3));
  return [
    `<path d="M-.07 -.44H.07V-.3C.07 -.22 .2 -.2 .2 -.06V.42C.2 .47 .17 .5 .12 .5H-.12C-.17 .5 -.2 .47 -.2 .42V-.06C-.2 -.2 -.07 -.22 -.07 -.3Z" fill="${glass}"/>`,
    `<rect x="-.09" y="-.5" width=".18" height=".09" rx=".02" fill="${definitions.linear(0, dark, mix(dark, light, 0.5), dark)}"/>`,
    `<rect x="-.2" y=".02" width=".4" height=".3" fill="${label}"/>`,
    `<circle cx="0" cy=".13" r=".075" fill="${warm}"/><path d="M-.075 .13A.075 .075 0 0 0 .075 .13Z" fill="${main}"/>`,
    `<rect x="-.11" y=".235" width=".22" height=".02" fill="${dark}"/><rect x="-.07" y=".27" width=".14" height=".012" fill="${dark}"/>`,
    `<rect x="-.15" y="-.04" width=".025" height=".5" rx=".012" fill="#ffffff" fill-opacity=".45"/>`,
  ].join('');
};

/** A phone with bars and a ring on its screen: a product. */
export const drawPhone: DrawMotif = ({ palette: [main, second, light, dark] }, accent, definitions) => {
  const screen = definitions.linear(70, mix(accent, light, 0.3), accent, second);
  const bars = [0.1, 0.17, 0.12, 0.22].map(
    (height, index) =>
      `<rect x="${(-0.15 + index * 0.085).toFixed(3)}" y="${(0.38 - height).toFixed(3)}" width=".05" height="${height}" rx=".015" fill="${light}" fill-opacity=".92"/>`,
  );
  return [
    `<rect x="-.25" y="-.5" width=".5" height="1" rx=".07" fill="${definitions.linear(20, mix(dark, light, 0.3), dark, mix(dark, '#000000', 0.4))}"/>`,
    `<rect x="-.225" y="-.475" width=".45" height=".95" rx=".05" fill="${screen}"/>`,
    `<rect x="-.06" y="-.455" width=".12" height=".025" rx=".0125" fill="${dark}"/>`,
    `<circle cx="0" cy="-.14" r=".13" fill="none" stroke="${light}" stroke-width=".045" stroke-opacity=".4"/>`,
    `<path d="M0 -.27A.13 .13 0 1 1 -.113 -.075" fill="none" stroke="${main === accent ? light : main}" stroke-width=".045" stroke-linecap="round"/>`,
    ...bars,
  ].join('');
};

export interface MotifPlace {
  /** Of its middle. */
  x: number;
  y: number;
  /** Height in pixels. */
  size: number;
  /** In degrees. Default 0. */
  turn?: number;
}

/** Puts a motif where it belongs. */
export const place = (motif: string, { x, y, size, turn = 0 }: MotifPlace) =>
  `<g transform="translate(${svg(x)} ${svg(y)}) rotate(${svg(turn)}) scale(${svg(size)})">${motif}</g>`;
