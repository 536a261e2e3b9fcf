interface ProgressProps {
  /** Steps done and steps in all. */
  value: number;
  max: number;
  /** What it measures, read aloud ("Answers given"). */
  label: string;
  /** The same in words ("12 of 15"), shown beside the bar. */
  text: string;
  /** Leaves the label out for the eye, where a column head already says it. */
  compact?: boolean;
}

/** A labelled bar of how far something has come. */
export function Progress({ value, max, label, text, compact }: ProgressProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className={compact ? 'inline-flex items-center gap-2' : 'min-w-24 space-y-1'}>
      {!compact && (
        <div className="flex justify-between gap-3 text-sm">
          <span className="text-ink-soft">{label}</span>
          <span className="font-medium">{text}</span>
        </div>
      )}
      {/* Drawn as a picture, because a content security policy may forbid style attributes. */}
      <svg
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className={`mirror h-1.5 overflow-hidden rounded-full bg-line ${compact ? 'w-14' : 'w-full'}`}
      >
        <rect width={`${share}%`} height="100%" className="fill-accent" />
      </svg>
      {compact && <span className="text-sm text-ink-soft">{text}</span>}
    </div>
  );
}
