import { titleOf } from "@/app/language";
import { ServerPage } from "@/components/server/server-page";

export const generateMetadata = titleOf("server.title");

export default function ServerStatePage() {
  return <ServerPage />;
}
