import type { StaffState } from '../auth/staff-list';
import type { CustomerCount } from './customer-list';

/** A user whose own customers are an employee's, as an admin sees it. */
export type EmployeeUser = { id: string; name: string; email: string; state: StaffState };

/** One employee of the firm. What its reader may not see is absent. */
export type EmployeeListItem = {
  id: string;
  name: string;
  /** Whether it is the one that the reader is tied to. */
  own: boolean;
  /** For readers who may see everybody's customers. */
  customers?: CustomerCount;
  /** For admins. */
  users?: EmployeeUser[];
};
