'use client';

import { ActivityPanel } from '@/components/audit/activity-panel';
import { DocumentList } from '@/components/documents/document-list';
import { ProfileView } from '@/components/profile/profile-view';
import { RiskPanel } from '@/components/risk/risk-panel';

interface StaffProfileProps {
  submissionId: string;
  mayDownload: boolean;
  today: string;
}

/** The profile page of relationship managers and compliance: the areas' panels put together. */
export function StaffProfile({ submissionId, mayDownload, today }: StaffProfileProps) {
  return (
    <ProfileView
      submissionId={submissionId}
      mayDownload={mayDownload}
      panels={{
        documents: ({ documents }) => <DocumentList documents={documents} today={today} />,
        risk: ({ risk, assessments }) => <RiskPanel risk={risk} assessments={assessments} />,
        activity: () => <ActivityPanel submissionId={submissionId} />,
      }}
    />
  );
}
