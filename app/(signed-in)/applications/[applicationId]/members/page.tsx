import { titleOf } from "@/app/language";
import { MemberList } from "@/components/members/member-list";

export const generateMetadata = titleOf("applications.tabMembers");

export default function ApplicationMembersPage() {
  return <MemberList />;
}
