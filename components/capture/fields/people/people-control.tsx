'use client';

import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { OwnershipGraph } from '@/components/kyc/ownership-graph';
import { Button } from '@/components/ui/button';
import { partId } from '@/lib/kyc/capture-draft';
import type { ControlProps } from '../types';
import { OwnershipFacts } from './ownership-facts';
import { PeopleTable } from './people-table';
import {
  type Member,
  membersOf,
  sumsOf,
  withChanged,
  withMoved,
  withOneMore,
  withoutMember,
} from './people-draft';
import { PersonEditor } from './person-editor';

/** The people of a company: a table that opens for editing, and its ownership as sums and as a picture. */
export function PeopleControl({ field, id, value, onChange, partProblems, context }: ControlProps<'People'>) {
  const t = useTranslations('captureFields.people');
  const members = useMemo(() => membersOf(value?.people ?? []), [value]);
  const sums = useMemo(() => sumsOf(members), [members]);
  const [opened, setOpened] = useState<string>();
  const [removed, setRemoved] = useState<{ name: string; before: readonly Member[] }>();
  const [said, setSaid] = useState('');
  const focusNext = useFocusNext();

  const put = (next: readonly Member[]) =>
    onChange(next.length > 0 ? { fieldTypeId: 'People', people: [...next] } : undefined);
  const rowId = (member: Member) => `${id}-${member.id}`;
  const nameOf = (member: Member) => member.fullName?.trim() || t('unnamed');
  const pathOf = (member: Member) => `people[${members.indexOf(member)}]`;
  const problems = withLiveFaults(partProblems, sums.faults);
  const isFaulty = (member: Member) => Object.keys(problems).some((path) => path.startsWith(pathOf(member)));
  const companies = [
    { value: '', label: context.customerName },
    ...members
      .filter((member) => member.isCompany)
      .map((member) => ({ value: member.id, label: nameOf(member) })),
  ];

  function add() {
    const [next, added] = withOneMore(members);
    put(next);
    setOpened(added.id);
    focusNext(partId(id, `people[${members.length}].fullName`));
  }

  function move(member: Member, by: -1 | 1) {
    const next = withMoved(members, member.id, by);
    if (next === members) return;
    put(next);
    setSaid(t('moved', { name: nameOf(member), place: next.indexOf(member) + 1, count: next.length }));
    focusNext(`${rowId(member)}-${by < 0 ? 'up' : 'down'}`);
  }

  function remove(member: Member) {
    put(withoutMember(members, member.id));
    setRemoved({ name: nameOf(member), before: members });
    focusNext(`${id}-undo`);
  }

  return (
    <div className="@container space-y-4">
      <div className="grid gap-6 @5xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0 space-y-3">
          {members.length > 0 && (
            <PeopleTable
              label={field.label}
              members={members}
              roles={field.options ?? []}
              sums={sums}
              editing={{
                rowId,
                isOpen: (member) => opened === member.id || isFaulty(member),
                onToggle: (member) => setOpened(opened === member.id ? undefined : member.id),
                onMove: move,
                onRemove: remove,
                isFaulty,
                editor: (member) => (
                  <PersonEditor
                    fieldId={id}
                    path={pathOf(member)}
                    member={member}
                    onChange={(change) => put(withChanged(members, member.id, change))}
                    roles={field.options ?? []}
                    companies={companies.filter((company) => company.value !== member.id)}
                    problems={problems}
                    today={context.today}
                  />
                ),
              }}
            />
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button icon={<UserPlus />} onClick={add}>
              {t(members.length === 0 ? 'addFirst' : 'add')}
            </Button>
            {removed && (
              <span className="inline-flex items-center gap-2 text-sm text-ink-soft">
                <bdi>{t('removed', { name: removed.name })}</bdi>
                <Button
                  id={`${id}-undo`}
                  size="sm"
                  variant="ghost"
                  onClick={() => {
                    put(removed.before);
                    setRemoved(undefined);
                  }}
                >
                  {t('undo')}
                </Button>
              </span>
            )}
          </div>
          <OwnershipFacts members={members} sums={sums} />
        </div>
        {sums.edges.length > 0 && (
          <OwnershipGraph
            sums={sums}
            nameOf={(nodeId) =>
              members.find((member) => member.id === nodeId)?.fullName?.trim() || t('unnamed')
            }
            customerName={context.customerName}
          />
        )}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** What the sums find wrong stands beside what the schema said, at the same paths. */
function withLiveFaults(
  problems: Readonly<Record<string, string>>,
  faults: readonly { path: string; message: string }[],
): Readonly<Record<string, string>> {
  const live = Object.fromEntries(faults.map(({ path, message }) => [`people${path}`, message]));
  return { ...live, ...problems };
}

/** Puts the focus on an element that the next picture of the page has. */
function useFocusNext(): (elementId: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    const element = wanted.current === undefined ? null : document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = undefined;
    element.focus();
  });
  return (elementId) => {
    wanted.current = elementId;
  };
}
