import { Avatar } from "#components/ui/avatar.tsx";
import { type Role, roleMeanings } from "#lib/contracts/permissions.ts";

export interface InvitationSummaryProps {
  tenantName: string;
  role: Role;
  invitedBy: string;
}

/** What one is invited to: which tenant, by whom, as what, and what that means. */
export function InvitationSummary({ tenantName, role, invitedBy }: InvitationSummaryProps) {
  return (
    <div className="mb-6 rounded-lg border border-line bg-sunken">
      <div className="flex min-w-0 items-center gap-3 p-4">
        <Avatar name={tenantName} shape="square" size="lg" />
        <div className="min-w-0">
          <p className="font-medium text-base wrap-anywhere">{tenantName}</p>
          <p className="text-muted text-sm wrap-anywhere">Invited by {invitedBy}</p>
        </div>
      </div>
      <div className="border-line border-t px-4 py-3">
        <p className="text-base">
          Your role: <span className="font-medium capitalize">{role}</span>
        </p>
        <p className="text-muted text-sm">{roleMeanings[role]}.</p>
      </div>
    </div>
  );
}
