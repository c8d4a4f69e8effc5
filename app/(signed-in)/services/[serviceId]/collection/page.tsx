import { titleOf } from "@/app/language";
import { CollectionPage } from "@/components/collection/collection-page";

export const generateMetadata = titleOf("collection.pageTitle");

export default function FaceCollectionPage() {
  return <CollectionPage />;
}
