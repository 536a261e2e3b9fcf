'use client';

import { useQuery } from '@tanstack/react-query';
import { Search, SearchX, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { LoadFailed } from '@/components/ui/load-failed';
import { TableSkeleton } from '@/components/ui/skeleton';
import { fold } from '@/lib/format/fold';
import type { EmployeeListItem } from '@/lib/kyc/employee-list';
import { paths, withQuery } from '@/lib/paths';
import { employeesQuery } from '@/lib/query/employees';
import { EmployeeTable } from './employee-table';

interface EmployeeListProps {
  /** The words that the page's address searches for. */
  startWith: string;
  /** Whether the reader sees how many customers everybody has. */
  showCustomers: boolean;
  /** Whether the reader sees which users are tied to whom. */
  showUsers: boolean;
}

/** The employees, found by typing: the KYC service hands out all of them at once. The address keeps what was typed. */
export function EmployeeList({ startWith, ...shows }: EmployeeListProps) {
  const t = useTranslations('employees');
  const [typed, setTyped] = useState(startWith);
  const query = useDeferredValue(typed.trim());
  const { data, error, refetch } = useQuery(employeesQuery());

  function type(text: string) {
    setTyped(text);
    window.history.replaceState(null, '', withQuery(paths.employees, { q: text.trim() }));
  }

  if (error) {
    return <LoadFailed title={t('failed')} error={error} onRetry={refetch} />;
  }
  if (!data)
    return <TableSkeleton rows={6} columns={2 + Number(shows.showCustomers) + Number(shows.showUsers)} />;
  if (data.length === 0) {
    return (
      <EmptyState icon={<UsersRound />} title={t('nobody')}>
        {t('nobodyText')}
      </EmptyState>
    );
  }
  const found = data.filter((employee) => matches(employee, query));
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <search className="w-full md:w-84">
          <Input
            type="search"
            icon={<Search />}
            value={typed}
            onChange={(event) => type(event.target.value)}
            aria-label={t('search')}
            placeholder={t('search')}
            data-list-search
          />
        </search>
        <p role="status" className="text-sm text-ink-soft">
          {found.length === data.length
            ? t('count', { shown: found.length })
            : t('countOf', { shown: found.length, total: data.length })}
        </p>
      </div>
      {found.length > 0 ? (
        <EmployeeTable employees={found} {...shows} />
      ) : (
        <EmptyState
          icon={<SearchX />}
          title={t('noMatch', { query })}
          action={<Button onClick={() => type('')}>{t('clear')}</Button>}
        >
          {t('noMatchText')}
        </EmptyState>
      )}
    </>
  );
}

/** Whether every typed word begins a word of the name, or is the beginning of the id. */
function matches({ id, name, users }: EmployeeListItem, query: string): boolean {
  const words = fold([name, ...(users ?? []).map((user) => `${user.name} ${user.email}`)].join(' ')).split(
    /[\s-]+/,
  );
  const start = fold(query);
  return (
    fold(id).startsWith(start) ||
    start.split(/\s+/).every((typed) => words.some((word) => word.startsWith(typed)))
  );
}
