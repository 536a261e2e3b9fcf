'use client';

import { ArrowDown, ArrowUp, Building2, ChevronDown, Trash2, User } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ToneBadge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { Ownership } from '@/lib/kyc/ownership';
import type { Member } from './people-draft';
import { formatPercent } from '@/lib/format/numbers';

interface PeopleTableProps {
  label: string;
  members: readonly Member[];
  roles: NonNullable<FormField['options']>;
  sums: Ownership;
  /** What else is known of a member, under the name. */
  facts?: (member: Member) => string;
  /** What stands under an open row; without it the table is only read. */
  editing?: {
    rowId: (member: Member) => string;
    isOpen: (member: Member) => boolean;
    onToggle: (member: Member) => void;
    onMove: (member: Member, by: -1 | 1) => void;
    onRemove: (member: Member) => void;
    isFaulty: (member: Member) => boolean;
    editor: (member: Member) => ReactNode;
  };
}

/** Directors, owners and signatories: who they are, what they hold, and what that comes to. */
export function PeopleTable({ label, members, roles, sums, facts, editing }: PeopleTableProps) {
  const t = useTranslations('captureFields.people');
  const locale = useLocale();
  const roleText = new Map(roles.map(({ id, optionText }) => [id, optionText]));
  return (
    <Table label={label}>
      <TableHead>
        <HeadCell>{t('name')}</HeadCell>
        <HeadCell>{t('roles')}</HeadCell>
        <HeadCell numeric>{t('effective')}</HeadCell>
        {editing && (
          <HeadCell>
            <span className="sr-only">{t('actions')}</span>
          </HeadCell>
        )}
      </TableHead>
      <TableBody>
        {members.flatMap((member, at) => {
          const name = member.fullName?.trim() || t('unnamed');
          const open = editing?.isOpen(member) ?? false;
          const Icon = member.isCompany ? Building2 : User;
          const share = sums.effective.get(member.id) ?? 0;
          const chosen = (member.roleIds ?? []).map((id) => roleText.get(id) ?? id);
          const row = (
            <Row
              key={member.id}
              className={open ? 'bg-hover max-md:mb-0! max-md:rounded-b-none! max-md:border-b-0!' : ''}
            >
              <Cell>
                <span className="flex items-center gap-2">
                  <Icon
                    className="size-4 shrink-0 text-ink-soft"
                    aria-label={t(member.isCompany ? 'aCompany' : 'aPerson')}
                  />
                  {editing ? (
                    <button
                      type="button"
                      id={editing.rowId(member)}
                      aria-expanded={open}
                      onClick={() => editing.onToggle(member)}
                      className="inline-flex min-h-6 min-w-0 cursor-pointer items-center gap-1 rounded-sm text-start font-medium hover:text-accent"
                    >
                      <bdi className="min-w-0 [overflow-wrap:anywhere]">{name}</bdi>
                      <ChevronDown
                        className={`size-4 shrink-0 text-ink-soft transition-transform ${open ? 'rotate-180' : ''}`}
                        aria-hidden="true"
                      />
                    </button>
                  ) : (
                    <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{name}</bdi>
                  )}
                </span>
                {facts && <span className="block ps-6 text-sm text-ink-soft">{facts(member)}</span>}
                {editing?.isFaulty(member) && (
                  <ToneBadge tone="critical" look="plain" className="text-sm">
                    {t('needsAttention')}
                  </ToneBadge>
                )}
              </Cell>
              <Cell label={t('roles')}>
                {chosen.length === 0 ? (
                  <span className="text-ink-soft">–</span>
                ) : (
                  <bdi>{chosen.join(', ')}</bdi>
                )}
              </Cell>
              <Cell label={t('effective')} numeric>
                {share > 0 ? formatPercent(share, locale) : <span className="text-ink-soft">–</span>}
                {sums.owners25.includes(member.id) && (
                  <span className="block">
                    <ToneBadge tone="info" look="plain" className="text-sm">
                      {t('beneficialOwner')}
                    </ToneBadge>
                  </span>
                )}
              </Cell>
              {editing && (
                <Cell className="w-px max-md:col-span-2">
                  <span className="flex">
                    <IconButton
                      label={t('moveUp', { name })}
                      icon={<ArrowUp />}
                      aria-disabled={at === 0 || undefined}
                      className="aria-disabled:opacity-40"
                      id={`${editing.rowId(member)}-up`}
                      onClick={() => editing.onMove(member, -1)}
                    />
                    <IconButton
                      label={t('moveDown', { name })}
                      icon={<ArrowDown />}
                      aria-disabled={at === members.length - 1 || undefined}
                      className="aria-disabled:opacity-40"
                      id={`${editing.rowId(member)}-down`}
                      onClick={() => editing.onMove(member, 1)}
                    />
                    <IconButton
                      label={t('remove', { name })}
                      icon={<Trash2 />}
                      onClick={() => editing.onRemove(member)}
                    />
                  </span>
                </Cell>
              )}
            </Row>
          );
          if (!editing || !open) return [row];
          return [
            row,
            <Row
              key={`${member.id}-editor`}
              className="hover:bg-transparent max-md:mt-0! max-md:rounded-t-none! max-md:border-t-0!"
            >
              <Cell colSpan={4} className="max-md:col-span-2">
                <div className="@container py-2">{editing.editor(member)}</div>
              </Cell>
            </Row>,
          ];
        })}
      </TableBody>
    </Table>
  );
}
