/** Sides of pictures as a trainer takes them, `512,768`, as people read them. */
export const formatSides = (sides: string): string => sides.split(',').join(', ');
