'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { useToast } from '@/components/ui/toast';
import { typingIn } from '@/components/ui/typing';
import type { ComplianceView } from './case-bar';
import { CASE_KEYS, DOINGS, type Doing, obstacleOf } from './doing';

interface CaseKeysProps {
  view: ComplianceView;
  held: string | undefined;
  onDo: (doing: Doing) => void;
}

/** What a person wants that came with the address: `?do=approve`, from a key in the queue. */
const WISH = 'do';

/**
 * The keys of a case: `a` approves, `r` rejects, `e` escalates; while a proposal waits for this person, `a` confirms and `r` declines.
 * What cannot be done now says why, aloud as well.
 */
export function CaseKeys({ view, held, onDo }: CaseKeysProps) {
  const why = useTranslations('fourEyes.why');
  const toast = useToast();
  const latest = useRef((_: Doing) => undefined as undefined | void);

  useEffect(() => {
    latest.current = (wanted: Doing) => {
      const { rights, proposal } = view;
      if (!rights) return;
      const instead: Partial<Record<Doing, Doing>> = { approve: 'confirm', reject: 'decline' };
      const doing = proposal ? (instead[wanted] ?? wanted) : wanted;
      const obstacle = obstacleOf(doing, rights);
      const reason = held ?? (obstacle && why(obstacle));
      if (reason === undefined) onDo(doing);
      else toast({ title: reason, tone: 'caution' });
    };
  });

  useEffect(() => {
    const address = new URL(window.location.href);
    const wish = DOINGS.find((one) => one === address.searchParams.get(WISH));
    // Said once: a reload or the way back opens nothing. The router writes the address of a page after its effects, so it comes later.
    const forgetting = setTimeout(() => {
      if (!address.searchParams.has(WISH)) return;
      address.searchParams.delete(WISH);
      window.history.replaceState(null, '', address);
    });
    if (wish) latest.current(wish);
    const press = (doing: Doing) => (event: KeyboardEvent) => {
      if (typingIn(event)) return;
      event.preventDefault();
      latest.current(doing);
    };
    const stop = tinykeys(
      window,
      Object.fromEntries(Object.entries(CASE_KEYS).map(([key, doing]) => [key, press(doing)])),
    );
    return () => {
      clearTimeout(forgetting);
      stop();
    };
  }, []);

  return null;
}
