'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Loading, TableSkeleton } from '@/components/ui/skeleton';
import { usersQuery } from '@/lib/query/users';
import type { NamedEmployee, UserActions } from './user-actions';
import type { UserTask } from './user-dialogs';
import { UsersTable } from './users-table';

// They come when they are opened: a form brings more than the whole page without it.
const InviteDialog = dynamic(async () => (await import('./invite-dialog')).InviteDialog, { ssr: false });
const UserDialogs = dynamic(async () => (await import('./user-dialogs')).UserDialogs, { ssr: false });

interface UsersPanelProps {
  /** Whoever is looking: not to be disabled by themselves. */
  ownId: string;
  /** Null while they cannot be read. */
  employees: readonly NamedEmployee[] | null;
  actions: UserActions;
}

/** The admin's users page: who signs in here, and what may be changed about them. */
export function UsersPanel({ ownId, employees, actions }: UsersPanelProps) {
  const t = useTranslations('users');
  const cache = useQueryClient();
  const query = useInfiniteQuery(usersQuery);
  /** Undefined until it is opened for the first time. */
  const [inviting, setInviting] = useState<boolean>();
  const [task, setTask] = useState<UserTask>();
  const users = query.data?.pages.flatMap((page) => page.users) ?? [];
  const changed = () => cache.invalidateQueries({ queryKey: usersQuery.queryKey });
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('meta')}
        actions={
          <Button variant="primary" icon={<UserPlus />} onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        }
      />
      {employees === null && (
        <Notice tone="caution" className="mb-4">
          {t('employeesAway')}
        </Notice>
      )}
      {query.isPending && (
        <Loading label={t('loadingMore')}>
          <TableSkeleton rows={6} columns={6} />
        </Loading>
      )}
      {query.isError && !query.data && (
        <UsersFailed requestId={query.error.requestId} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <>
          <UsersTable users={users} ownId={ownId} employees={employees} onTask={setTask} />
          <div className="flex flex-wrap items-center justify-between gap-3 py-3">
            <p role="status" className="text-sm text-ink-soft">
              {t('shown', { count: users.length })}
            </p>
            {query.hasNextPage && (
              <Button
                size="sm"
                pending={query.isFetchingNextPage ? t('loadingMore') : undefined}
                onClick={() => void query.fetchNextPage()}
              >
                {t('more')}
              </Button>
            )}
          </div>
        </>
      )}
      {inviting !== undefined && (
        <InviteDialog
          open={inviting}
          onClose={() => setInviting(false)}
          ownId={ownId}
          employees={employees}
          invite={actions.inviteUser}
          onDone={changed}
        />
      )}
      {task && (
        <UserDialogs
          task={task}
          ownId={ownId}
          employees={employees}
          actions={actions}
          onClose={() => setTask(undefined)}
          onDone={changed}
        />
      )}
    </>
  );
}

function UsersFailed({ requestId, onRetry }: { requestId: string | null; onRetry: () => void }) {
  const t = useTranslations('users.failed');
  const request =
    requestId === null
      ? undefined
      : { id: requestId, label: t('reference'), copy: t('copyReference'), copied: t('reference') };
  return (
    <ErrorState
      title={t('title')}
      todo={t('todo')}
      actions={<Button onClick={onRetry}>{t('retry')}</Button>}
      request={request}
    />
  );
}
