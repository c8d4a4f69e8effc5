import { titleOf } from "@/app/language";
import { TestPage } from "@/components/test-page/test-page";

export const generateMetadata = titleOf("testPage.pageTitle");

export default function ServiceTestPage() {
  return <TestPage />;
}
