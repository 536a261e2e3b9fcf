'use client';

import { X } from 'lucide-react';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Tone } from '@/lib/theme/tokens';
import { IconButton } from './icon-button';
import { ToneMark } from './tone-mark';

export interface Toast {
  /** What happened. */
  title: ReactNode;
  detail?: ReactNode;
  tone?: Tone;
  action?: ReactNode;
}

type Shown = Toast & { id: number };

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Announces something that happened. A failure belongs in the page, where it stays; a toast may be missed. */
export const useToast = () => useContext(ToastContext);

const SHOWN_MS = 8000;
const AT_MOST = 3;

interface ToastProviderProps {
  children: ReactNode;
  regionLabel: string;
  dismissLabel: string;
}

/** Holds the toasts in a polite live region that is there from the start, as screen readers need it. */
export function ToastProvider({ children, regionLabel, dismissLabel }: ToastProviderProps) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(0);

  const add = useCallback((toast: Toast) => {
    next.current += 1;
    setShown((before) => [...before.slice(1 - AT_MOST), { ...toast, id: next.current }]);
  }, []);
  const dismiss = useCallback(
    (id: number) => setShown((before) => before.filter((toast) => toast.id !== id)),
    [],
  );

  return (
    <ToastContext value={add}>
      {children}
      <section
        aria-label={regionLabel}
        aria-live="polite"
        aria-relevant="additions"
        className="pointer-events-none fixed end-4 bottom-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 max-md:bottom-18"
      >
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} dismissLabel={dismissLabel} onDismiss={dismiss} />
        ))}
      </section>
    </ToastContext>
  );
}

interface ToastCardProps {
  toast: Shown;
  dismissLabel: string;
  onDismiss: (id: number) => void;
}

/** One toast; its time stands still while it is pointed at or focused. */
function ToastCard({ toast, dismissLabel, onDismiss }: ToastCardProps) {
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDismiss(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id, onDismiss]);

  const hold = useMemo(() => ({ start: () => setHeld(true), end: () => setHeld(false) }), []);
  return (
    <div
      onPointerEnter={hold.start}
      onPointerLeave={hold.end}
      onFocus={hold.start}
      onBlur={hold.end}
      className="pointer-events-auto flex items-start gap-2.5 rounded-md border border-line-strong bg-raised py-2.5 ps-3.5 pe-2 shadow-float transition-[opacity,translate] duration-150 starting:translate-y-2 starting:opacity-0"
    >
      <ToneMark tone={toast.tone ?? 'positive'} className="mt-1.75" />
      <div className="min-w-0 grow py-0.5">
        <p className="font-medium">{toast.title}</p>
        {toast.detail && <div className="mt-0.5 text-ink-soft">{toast.detail}</div>}
        {toast.action && <div className="mt-2">{toast.action}</div>}
      </div>
      <IconButton
        label={dismissLabel}
        icon={<X />}
        className="size-7! [&_svg]:size-4!"
        onClick={() => onDismiss(toast.id)}
      />
    </div>
  );
}
