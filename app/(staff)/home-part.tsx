import { type ReactNode, Suspense } from 'react';
import { PanelFailed, PanelSkeleton } from '@/components/dashboard/panel-faces';
import { readOrFailed } from './read-or-failed';

interface PartProps<T> {
  title: string;
  read: () => Promise<T>;
  show: (data: T) => ReactNode;
}

/** A part of the home page that comes when it is read, and that fails alone. */
export function Part<T>(props: PartProps<T>) {
  return (
    <Suspense fallback={<PanelSkeleton title={props.title} />}>
      <Read {...props} />
    </Suspense>
  );
}

async function Read<T>({ title, read, show }: PartProps<T>) {
  const data = await readOrFailed('dashboard', read);
  return 'failed' in data ? <PanelFailed title={title} requestId={data.failed} /> : show(data.read);
}
