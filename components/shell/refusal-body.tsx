import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

interface RefusalBodyProps {
  /** The HTTP status, for those who read it. */
  status: 403 | 404;
  words: { title: string; body: string; todo: string; home: string };
}

/** Why there is nothing to see here, and where to go instead. */
export function RefusalBody({ status, words }: RefusalBodyProps) {
  return (
    <div className="max-w-xl py-6">
      <p aria-hidden="true" className="mb-3 font-mono text-sm text-ink-soft">
        {status}
      </p>
      <h1 className="text-xl font-semibold">{words.title}</h1>
      <p className="mt-2 text-ink-soft">{words.body}</p>
      <p className="mt-2">{words.todo}</p>
      <div className="mt-5">
        <LinkButton variant="primary" href={paths.home}>
          {words.home}
        </LinkButton>
      </div>
    </div>
  );
}
