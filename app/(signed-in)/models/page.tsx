import { titleOf } from "@/app/language";
import { ModelsPage } from "@/components/models/models-page";

export const generateMetadata = titleOf("models.title");

export default function ModelPacksPage() {
  return <ModelsPage />;
}
