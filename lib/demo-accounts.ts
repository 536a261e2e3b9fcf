import type { Role } from './auth/permissions';

/** The password of every demo account. Demo mode serves on the loopback only. */
export const DEMO_PASSWORD = 'Demo-onboarding-2026';

/** The demo's staff accounts; `employee` counts into the demo's employees, from 0. */
export const DEMO_ACCOUNTS: readonly { email: string; name: string; role: Role; employee: number | null }[] =
  [
    { email: 'rm@demo.example', name: 'Rania Haddad', role: 'relationship_manager', employee: 0 },
    { email: 'rm2@demo.example', name: 'Marc Delacroix', role: 'relationship_manager', employee: 1 },
    { email: 'compliance@demo.example', name: 'Ingrid Solberg', role: 'compliance_officer', employee: null },
    { email: 'compliance2@demo.example', name: 'Tomás Ferreira', role: 'compliance_officer', employee: null },
    { email: 'admin@demo.example', name: 'Priya Raman', role: 'admin', employee: null },
  ];

/** Some of the demo's customers, who sign in to the portal with the same password; `stands` is what each one shows. */
export const DEMO_PORTAL_ACCOUNTS: readonly {
  email: string;
  name: string;
  stands: 'begun' | 'asked' | 'refused' | 'corrected';
}[] = [
  { email: 'kwame.osei@mail.example', name: 'Kwame Osei-Mensah', stands: 'begun' },
  { email: 'layla.alkhatib@mail.example', name: 'ليلى الخطيب', stands: 'asked' },
  { email: 'v.hollander@mail.example', name: 'Viktor Hollander', stands: 'refused' },
  { email: 'hello@kilimo.example', name: 'Kilimo Agritech Limited', stands: 'corrected' },
];

/** The demo's API client. */
export const DEMO_API_CLIENT = {
  appId: 'demo-app',
  appSecret: 'demo-secret',
  tenantId: 'demo-tenant',
} as const;

/** The ids of the contract's published bodies, which the demo data holds. Contract section 3. */
export const PUBLISHED_EMPLOYEE_ID = '3ea657a9-5a05-46f9-9277-d27f2ccd13ea';
export const PUBLISHED_FORM_ID = 'ffIn3438-63d4-443a-a4af-2336f58d1112';
