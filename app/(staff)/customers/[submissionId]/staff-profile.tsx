'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActivityPanel } from '@/components/audit/activity-panel';
import { FillInLink } from '@/components/capture/fill-in-link';
import { DecisionTimeline, OutcomeList } from '@/components/cases/decisions/decision-timeline';
import { NotesPanel } from '@/components/cases/notes/notes-panel';
import { DocumentList } from '@/components/documents/document-list';
import { DocumentPlace } from '@/components/documents/document-place';
import type { DocumentRights, DocumentRoom } from '@/components/documents/document-room';
import { ProfileView } from '@/components/profile/profile-view';
import type { Asked } from '@/components/requests/ask-again-dialog';
import { RequestsPanel } from '@/components/requests/requests-panel';
import { RiskPanel } from '@/components/risk/risk-panel';
import { useToast } from '@/components/ui/toast';
import { ChangesSincePanel } from '@/components/versions/changes-since';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';
import type { ProfilePage } from '@/lib/kyc/profile-page';
import { askable } from '@/lib/kyc/requests';
import { paths } from '@/lib/paths';
import { caseQuery } from '@/lib/query/cases';
import { activityQuery, profileQuery } from '@/lib/query/profile';
import { acceptCustomerDocument } from '@/server/actions/documents';
import { addCustomerNote } from '@/server/actions/notes';
import { askCustomerAgain, withdrawCustomerRequest } from '@/server/actions/requests';
import { CaseBanner } from './case-banner';
import { CaseDesk } from './case-desk';
import { WhatIfButton } from './what-if-button';

/** Comes when it is opened: a form brings more than the whole page without it. */
const AskAgainDialog = dynamic(
  async () => (await import('@/components/requests/ask-again-dialog')).AskAgainDialog,
  { ssr: false },
);

interface StaffProfileProps {
  submissionId: string;
  /** The reader, for the drafts of what is filled in. */
  ownId: string;
  rights: DocumentRights & {
    downloadReport: boolean;
    /** Ask for an answer or a document again. */
    ask: boolean;
    /** Fill in on the customer's behalf. */
    fillIn: boolean;
    readModel: boolean;
    /** Change answers on paper, where the engine can be asked. */
    tryOut: boolean;
  };
  today: string;
}

/** The profile page of relationship managers and compliance: the areas' panels put together. */
export function StaffProfile({ submissionId, ownId, rights, today }: StaffProfileProps) {
  const words = useTranslations('requests');
  const kyc = useTranslations('kyc');
  const client = useQueryClient();
  const toast = useToast();
  const [opened, setOpened] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  const [asking, setAsking] = useState(false);
  const { data: caseView } = useQuery(caseQuery(submissionId));
  const compliance = caseView?.kind === 'compliance' ? caseView : undefined;

  function ask(what: Asked) {
    setAsked(what);
    setAsking(true);
  }

  /** Resolves once the profile and the case are read anew; what happened may come later. */
  async function reread() {
    void client.invalidateQueries(activityQuery(submissionId));
    await Promise.all([
      client.invalidateQueries(profileQuery(submissionId)),
      client.invalidateQueries(caseQuery(submissionId)),
    ]);
  }

  const refresh = () => void reread();

  // A note changes nothing of the profile, whose reading is put on record each time.
  const refreshCase = () => void client.invalidateQueries(caseQuery(submissionId));

  const roomOf = ({ documents, requests, header }: ProfilePage): DocumentRoom => ({
    submissionId,
    rights,
    today,
    profile: { documents, requests, kycState: header.kycState, stale: header.stale },
    accept: acceptCustomerDocument,
    onOpen: setOpened,
    onAsk({ id, type }) {
      const listed = known(DOCUMENT_TYPES, type);
      ask({ subject: { documentId: id }, label: listed ? kyc(`documentType.${listed}`) : type });
    },
    onChanged: refresh,
  });

  return (
    <>
      <ProfileView
        submissionId={submissionId}
        mayDownload={rights.downloadReport}
        actions={(profile) => rights.fillIn && <FillInLink profile={profile} />}
        bar={
          compliance &&
          ((profile) => <CaseDesk {...{ profile, today, ownId, ask }} view={compliance} onChanged={reread} />)
        }
        barSaysWaiting={compliance?.case?.stage === 'waitingOnCustomer'}
        banner={
          compliance && ((profile) => <CaseBanner profile={profile} view={compliance} onRead={refresh} />)
        }
        lead={({ requests }) => (
          <>
            {compliance && (compliance.lapsed ?? compliance.decisions[0]) && (
              <ChangesSincePanel
                submissionId={submissionId}
                {...(compliance.lapsed && { since: compliance.lapsed.seenVersion })}
              />
            )}
            <RequestsPanel
              submissionId={submissionId}
              requests={requests}
              withdraw={rights.ask ? withdrawCustomerRequest : undefined}
              onChanged={refresh}
            />
          </>
        )}
        mayAskAnswer={({ header }) => rights.ask && askable(header.kycState) === 'all'}
        onAskAnswer={({ fieldId, label }) => ask({ subject: { fieldId }, label })}
        beside={
          opened === undefined
            ? undefined
            : (profile) => (
                <DocumentPlace
                  room={roomOf(profile)}
                  documentId={opened}
                  onClose={() => setOpened(undefined)}
                />
              )
        }
        panels={{
          documents: (profile) => <DocumentList room={roomOf(profile)} />,
          case: () =>
            caseView && (
              <div className="space-y-4">
                {caseView.kind === 'compliance' ? (
                  <DecisionTimeline decisions={caseView.decisions} />
                ) : (
                  <OutcomeList decisions={caseView.decisions} />
                )}
                <NotesPanel
                  {...{ submissionId, ownId }}
                  notes={caseView.notes}
                  mentionable={caseView.mentionable}
                  choosesAudience={compliance !== undefined}
                  add={addCustomerNote}
                  onAdded={refreshCase}
                />
              </div>
            ),
          risk: (profile, openAnswer) => (
            <RiskPanel
              risk={profile.risk}
              assessments={profile.assessments}
              onOpenAnswer={openAnswer}
              modelHref={rights.readModel ? paths.riskModelVersion : undefined}
              actions={rights.tryOut && <WhatIfButton profile={profile} today={today} />}
            />
          ),
          activity: () => <ActivityPanel submissionId={submissionId} />,
        }}
      />
      {asked && (
        <AskAgainDialog
          key={JSON.stringify(asked.subject)}
          {...{ submissionId, ownId, asked }}
          send={askCustomerAgain}
          open={asking}
          onOpenChange={setAsking}
          onAsked={({ mailed }) => {
            toast({
              title: words('done', { what: asked.label }),
              detail: words(mailed ? 'doneMailed' : 'doneNotMailed'),
            });
            refresh();
          }}
        />
      )}
    </>
  );
}
