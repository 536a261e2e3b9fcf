/** The product's mark: a filed sheet with its seal. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 22" aria-hidden="true" fill="none" className={className ?? 'h-5.5 w-5 shrink-0'}>
      <path d="M2 1.75h10.5L18 7.25v13H2z" className="fill-raised stroke-ink" strokeWidth="1.5" />
      <path d="M12.25 2v5.5h5.5" className="stroke-ink" strokeWidth="1.5" />
      <circle cx="10" cy="13.25" r="3.6" className="stroke-critical-solid" strokeWidth="1.5" />
      <path d="m8.4 13.3 1.2 1.3 2-2.5" className="stroke-critical-solid" strokeWidth="1.4" />
    </svg>
  );
}
