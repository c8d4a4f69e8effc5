import { titleOf } from "@/app/language";
import { Profile } from "@/components/profile/profile";

export const generateMetadata = titleOf("shell.profile");

export default function ProfilePage() {
  return <Profile />;
}
