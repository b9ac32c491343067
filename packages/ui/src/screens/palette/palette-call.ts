/** The palette is on every page once; whatever wants it open says so to the page. */
const paletteCall = 'studio:find';

export const callPalette = (): void => void window.dispatchEvent(new Event(paletteCall));

/** Hears calls until it is told to stop. */
export const hearPaletteCalls = (onCall: () => void): (() => void) => {
  window.addEventListener(paletteCall, onCall);
  return () => window.removeEventListener(paletteCall, onCall);
};
