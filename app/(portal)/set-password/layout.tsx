import type { ReactNode } from 'react';
import { FrontFrame } from '@/components/shell/front-frame';
import { env } from '@/server/env';

export default function SetPasswordLayout({ children }: { children: ReactNode }) {
  return <FrontFrame demo={env().mode === 'demo'}>{children}</FrontFrame>;
}
