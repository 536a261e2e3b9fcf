import { type ReactNode, Suspense } from 'react';
import { PanelFailed, PanelSkeleton } from '@/components/dashboard/panel-faces';
import { newId } from '@/lib/new-id';
import { logUnexpected } from '@/server/auth/unexpected';

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
  const data = await outcome(read);
  return 'failed' in data ? <PanelFailed title={title} requestId={data.failed} /> : show(data.read);
}

async function outcome<T>(read: () => Promise<T>): Promise<{ read: T } | { failed: string }> {
  try {
    return { read: await read() };
  } catch (error) {
    const requestId = newId();
    logUnexpected(error, { requestId, place: 'dashboard' });
    return { failed: requestId };
  }
}
