/** So many of them, evenly from the first to the last. */
export const pickPoints = <Point>(points: readonly Point[], most: number): readonly Point[] => {
  if (points.length <= most) return points;
  const stride = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * stride)]).filter(
    (point) => point !== undefined,
  );
};
