import type { Tone } from '@/lib/theme/tokens';

/** The class that fills a drawn shape in a tone's colour. */
export const TONE_FILL: Record<Tone, string> = {
  neutral: 'fill-neutral-solid',
  info: 'fill-info-solid',
  positive: 'fill-positive-solid',
  caution: 'fill-caution-solid',
  critical: 'fill-critical-solid',
  pending: 'fill-pending-solid',
};
