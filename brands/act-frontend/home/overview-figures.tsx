export interface OverviewFiguresProps {
  readonly figures: readonly { readonly label: string; readonly value: number }[];
}

/** What a brand has, in numbers. */
export const OverviewFigures = ({ figures }: OverviewFiguresProps) => (
  <dl className="grid grid-cols-3 border-line border-y">
    {figures.map(({ label, value }) => (
      <div
        key={label}
        className="flex flex-col-reverse gap-0.5 border-line px-3 py-4 not-first:border-l first:pl-0"
      >
        <dt className="text-muted text-sm">{label}</dt>
        <dd className="figures font-display font-medium text-xl">{value}</dd>
      </div>
    ))}
  </dl>
);
