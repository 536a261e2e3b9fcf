'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Bidi, Code } from '@/components/ui/bidi';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { RowKeys } from '@/components/ui/row-keys';
import { Cell, HeadCell, Row, RowLink, Table, TableBody, TableHead } from '@/components/ui/table';
import type { EmployeeListItem } from '@/lib/kyc/employee-list';
import { paths, withQuery } from '@/lib/paths';
import { TiedUsers } from './tied-users';

interface EmployeeTableProps {
  employees: readonly EmployeeListItem[];
  showCustomers: boolean;
  showUsers: boolean;
}

/** How many rows show before more are asked for: a firm can have thousands of employees. */
const STEP = 100;

/** The employees; a row leads to the customers of that employee where the reader may see them. */
export function EmployeeTable({ employees, showCustomers, showUsers }: EmployeeTableProps) {
  const t = useTranslations('employees');
  const [limit, setLimit] = useState(STEP);
  return (
    <>
      <RowKeys />
      <Table label={t('list')}>
        <TableHead>
          <HeadCell className="w-[26%]">{t('columns.name')}</HeadCell>
          {showCustomers && (
            <HeadCell numeric className="w-28">
              {t('columns.customers')}
            </HeadCell>
          )}
          {showUsers && <HeadCell className="md:ps-8">{t('columns.users')}</HeadCell>}
          <HeadCell className={showCustomers && !showUsers ? 'md:ps-8' : undefined}>
            {t('columns.id')}
          </HeadCell>
        </TableHead>
        <TableBody>
          {employees.slice(0, limit).map((employee) => (
            <EmployeeRow
              key={employee.id}
              employee={employee}
              showCustomers={showCustomers}
              showUsers={showUsers}
            />
          ))}
        </TableBody>
      </Table>
      {employees.length > limit && (
        <div className="py-3">
          <Button onClick={() => setLimit(limit + STEP)}>{t('more')}</Button>
        </div>
      )}
    </>
  );
}

interface EmployeeRowProps extends Omit<EmployeeTableProps, 'employees'> {
  employee: EmployeeListItem;
}

function EmployeeRow({ employee, showCustomers, showUsers }: EmployeeRowProps) {
  const t = useTranslations('employees');
  const common = useTranslations('common');
  const { id, name, own, customers, users } = employee;
  const href = showCustomers
    ? withQuery(paths.customers, { employee: id })
    : own
      ? paths.customers
      : undefined;
  const count = customers && t(customers.more ? 'customersMore' : 'customers', { count: customers.count });
  return (
    <Row>
      <Cell className="max-md:pb-1.5!">
        <span className="flex items-center gap-2">
          {href ? (
            <RowLink href={href}>
              <Bidi>{name}</Bidi>
              <span className="sr-only">: {t('openCustomers')}</span>
            </RowLink>
          ) : (
            <Bidi className="font-medium">{name}</Bidi>
          )}
          {own && <Badge>{t('you')}</Badge>}
        </span>
      </Cell>
      {showCustomers && (
        <Cell label={t('columns.customers')} numeric>
          {customers && customers.count > 0 ? (
            count
          ) : (
            <span className="text-ink-soft">{t('noCustomers')}</span>
          )}
        </Cell>
      )}
      {showUsers && (
        <Cell label={t('columns.users')} className="md:ps-8!">
          <TiedUsers users={users ?? []} />
        </Cell>
      )}
      <Cell
        label={t('columns.id')}
        className={`max-md:col-span-2 ${showCustomers && !showUsers ? 'md:ps-8!' : ''}`}
      >
        <span className="flex items-center gap-1 text-ink-soft">
          <Code>{id}</Code>
          <span className="relative">
            <CopyButton text={id} label={t('copyId', { name })} copied={common('copied')} />
          </span>
        </span>
      </Cell>
    </Row>
  );
}
