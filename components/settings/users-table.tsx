'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, ToneBadge } from '@/components/ui/badge';
import { Bidi, Code } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { useDateTime } from '@/components/ui/use-date-time';
import type { StaffRow, StaffState } from '@/lib/auth/staff-list';
import type { Tone } from '@/lib/theme/tokens';
import type { NamedEmployee } from './user-actions';
import type { UserTask } from './user-dialogs';

const TONE: Record<StaffState, Tone> = { active: 'positive', invited: 'pending', disabled: 'neutral' };

interface UsersTableProps {
  users: readonly StaffRow[];
  ownId: string;
  employees: readonly NamedEmployee[] | null;
  onTask: (task: UserTask) => void;
}

/** Who signs in here. */
export function UsersTable({ users, ownId, employees, onTask }: UsersTableProps) {
  const t = useTranslations('users');
  const roles = useTranslations('auth.roles');
  return (
    <Table label={t('table')}>
      <TableHead>
        <HeadCell>{t('columns.name')}</HeadCell>
        <HeadCell>{t('columns.role')}</HeadCell>
        <HeadCell>{t('columns.employee')}</HeadCell>
        <HeadCell>{t('columns.state')}</HeadCell>
        <HeadCell>{t('columns.lastSignIn')}</HeadCell>
        <HeadCell>
          <span className="sr-only">{t('columns.actions')}</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {users.map((user) => (
          <Row key={user.id}>
            <Cell>
              <span className="flex flex-wrap items-center gap-x-2">
                <Bidi className="font-medium">{user.name}</Bidi>
                {user.id === ownId && <Badge>{t('you')}</Badge>}
              </span>
              <span className="block text-sm break-all text-ink-soft">{user.email}</span>
            </Cell>
            <Cell label={t('columns.role')}>{roles(user.role)}</Cell>
            <Cell label={t('columns.employee')}>
              <EmployeeOf user={user} employees={employees} />
            </Cell>
            <Cell label={t('columns.state')}>
              <StateOf user={user} />
            </Cell>
            <Cell label={t('columns.lastSignIn')}>
              <LastSignIn user={user} />
            </Cell>
            <Cell className="text-end max-md:absolute max-md:end-2 max-md:top-2">
              <UserMenu user={user} own={user.id === ownId} onTask={onTask} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function EmployeeOf({ user, employees }: { user: StaffRow; employees: UsersTableProps['employees'] }) {
  const t = useTranslations('users');
  if (user.employeeId === null) {
    if (user.role !== 'relationship_manager') return <span className="text-ink-soft">{t('noEmployee')}</span>;
    return (
      <span className="flex flex-col items-start">
        <ToneBadge tone="caution" look="plain">
          {t('noEmployee')}
        </ToneBadge>
        <span className="text-sm text-ink-soft">{t('noCustomers')}</span>
      </span>
    );
  }
  const found = employees?.find(({ id }) => id === user.employeeId);
  if (found) return <Bidi>{found.name}</Bidi>;
  return (
    <span className="flex flex-col">
      <Code>{user.employeeId}</Code>
      {employees && <span className="text-sm text-ink-soft">{t('unknownEmployee')}</span>}
    </span>
  );
}

function StateOf({ user }: { user: StaffRow }) {
  const t = useTranslations('users.states');
  const dateTime = useDateTime();
  return (
    <span className="flex flex-col items-start gap-0.5">
      <ToneBadge tone={TONE[user.state]} look="plain">
        {t(user.state)}
      </ToneBadge>
      {user.pausedUntil && (
        <ToneBadge tone="caution" look="plain">
          {t('paused', { time: dateTime(new Date(user.pausedUntil)) })}
        </ToneBadge>
      )}
    </span>
  );
}

function LastSignIn({ user }: { user: StaffRow }) {
  const t = useTranslations('users');
  if (user.lastSignInAt) return <DateTime value={user.lastSignInAt} />;
  return (
    <span className="flex flex-col text-ink-soft">
      {t('never')}
      {user.state === 'invited' && (
        <span className="text-sm">
          {t.rich('invitedOn', { date: () => <DateTime value={user.invitedAt} show="date" /> })}
        </span>
      )}
    </span>
  );
}

interface UserMenuProps {
  user: StaffRow;
  own: boolean;
  onTask: (task: UserTask) => void;
}

function UserMenu({ user, own, onTask }: UserMenuProps) {
  const t = useTranslations('users');
  const label = t('actionsFor', { name: user.name });
  const begin = (kind: UserTask['kind']) => onTask({ kind, user });
  return (
    <Menu label={label} trigger={(props) => <IconButton {...props} label={label} icon={<Ellipsis />} />}>
      <MenuItem onClick={() => begin('change')}>{t('edit')}</MenuItem>
      {user.state === 'invited' && <MenuItem onClick={() => begin('resend')}>{t('resend')}</MenuItem>}
      {user.state === 'active' && <MenuItem onClick={() => begin('renew')}>{t('renew')}</MenuItem>}
      {!own && <MenuRule />}
      {!own && user.state !== 'disabled' && (
        <MenuItem onClick={() => begin('disable')}>{t('disable')}</MenuItem>
      )}
      {user.state === 'disabled' && <MenuItem onClick={() => begin('enable')}>{t('enable')}</MenuItem>}
    </Menu>
  );
}
