import type { DemoCustomer } from './cast';
import { DEMO_COMPANIES } from './cast-companies';
import { DEMO_PEOPLE } from './cast-people';

/** The demo's customers: both kinds, every state, every risk level, four scripts. */
export const DEMO_CUSTOMERS: readonly DemoCustomer[] = [...DEMO_PEOPLE, ...DEMO_COMPANIES];
