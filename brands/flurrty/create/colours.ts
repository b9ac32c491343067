/** Colours to begin with, by what they are called among the words. */
export const colours = [
  ['snow', '#fff8f0'],
  ['cream', '#fff1e0'],
  ['silver', '#a9b0bd'],
  ['charcoal', '#3b3646'],
  ['cocoa', '#7a4a2b'],
  ['amber', '#f2915c'],
  ['honey', '#f5c04f'],
  ['mint', '#5fc9a4'],
  ['sky', '#74b4f5'],
  ['lavender', '#b58cf0'],
  ['bubblegum', '#f78fbb'],
  ['cherry', '#d9405a'],
] as const;
