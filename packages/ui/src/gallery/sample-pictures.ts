/** Pictures without a server: soft light on coloured ground, each number its own. */
export const samplePicture = (number: number, word = ''): string => {
  const hue = (number * 47) % 360;
  const [x, y] = [20 + ((number * 31) % 60), 20 + ((number * 17) % 60)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><defs><radialGradient id="a" cx="${x}%" cy="${y}%" r="75%"><stop stop-color="hsl(${hue} 62% 74%)"/><stop offset=".55" stop-color="hsl(${(hue + 35) % 360} 46% 40%)"/><stop offset="1" stop-color="hsl(${(hue + 60) % 360} 40% 14%)"/></radialGradient></defs><rect width="400" height="400" fill="url(#a)"/><circle cx="${400 - x * 4}" cy="${y * 4}" r="${50 + ((number * 13) % 60)}" fill="hsl(${(hue + 180) % 360} 60% 80% / .28)"/><path d="M0 ${300 + ((number * 7) % 40)} Q 200 ${220 + ((number * 23) % 80)} 400 ${310 - ((number * 5) % 40)} V400 H0Z" fill="hsl(${(hue + 50) % 360} 45% 10% / .6)"/><text x="20" y="380" font-family="sans-serif" font-size="22" fill="#fff" opacity=".9">${word}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};

/** A loss as trainings have it: falling, with noise. */
export const sampleLoss = Array.from({ length: 200 }, (_, index) => ({
  step: (index + 1) * 5,
  loss:
    index === 60
      ? null
      : 0.09 + 0.5 * Math.exp(-index / 40) + Math.sin(index * 7.3) * 0.025 + Math.sin(index * 2.1) * 0.018,
}));
