interface IdeaLightProps {
  readonly light: readonly [string, string];
}

/** Somebody in a certain light, cut out of paper. */
export const IdeaLight = ({ light: [bright, deep] }: IdeaLightProps) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 120 96"
    className="aspect-[5/4] w-full lg:aspect-[8/5]"
    preserveAspectRatio="xMidYMid slice"
  >
    <rect width="120" height="96" fill={bright} />
    <circle cx="84" cy="34" r="25" fill={deep} opacity="0.45" />
    <path
      d="M20 96c1-21 13-28 27-31V55c-8-5-11-14-9-24 3-12 14-18 25-14 11 3 15 13 13 24-1 8-5 13-10 16v8c14 3 26 10 27 31Z"
      fill={deep}
    />
  </svg>
);
