/** A picture of one pixel, told by its number: enough to be stored, not to be trained with. */
export function tinyPng(number = 0): Uint8Array<ArrayBuffer> {
  const text = atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  );
  return Uint8Array.from([...text, String(number)], (letter) => letter.charCodeAt(0));
}
