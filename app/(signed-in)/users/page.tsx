import { titleOf } from "@/app/language";
import { UserList } from "@/components/users/user-list";

export const generateMetadata = titleOf("users.title");

export default function UsersPage() {
  return <UserList />;
}
