import { ForbiddenBody } from '@/components/shell/forbidden-body';

export default function Forbidden() {
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-12">
      <ForbiddenBody />
    </main>
  );
}
