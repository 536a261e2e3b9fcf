import type { Tone } from '@/lib/theme/tokens';

const paint: Record<Tone, string> = {
  neutral: 'text-neutral-solid',
  info: 'text-info-solid',
  positive: 'text-positive-solid',
  caution: 'text-caution-solid',
  critical: 'text-critical-solid',
  pending: 'text-pending-solid',
};

/** Each tone has a shape of its own, so that it is told apart without its colour. */
const shape: Record<Tone, React.ReactNode> = {
  neutral: <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  info: <circle cx="5" cy="5" r="4" />,
  positive: <path d="M1 5.2 3.9 8 9 2.2" fill="none" stroke="currentColor" strokeWidth="2" />,
  caution: <path d="M5 .6 9.4 5 5 9.4.6 5Z" />,
  critical: <path d="M5 .7 9.6 9.1H.4Z" />,
  pending: (
    <>
      <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 1.25a3.75 3.75 0 0 1 0 7.5Z" />
    </>
  ),
};

/** The shape of a tone in its colour; always beside a word. */
export function ToneMark({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 10 10"
      aria-hidden="true"
      fill="currentColor"
      className={`size-2.5 shrink-0 ${paint[tone]} ${className ?? ''}`}
    >
      {shape[tone]}
    </svg>
  );
}
