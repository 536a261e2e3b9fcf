import { ForbiddenBody } from '@/components/shell/forbidden-body';

export default function StaffForbidden() {
  return <ForbiddenBody />;
}
