import { useQueries } from "@tanstack/react-query";
import { collectionQueries, type SubjectItem, type SubjectsShown, subjectsPerPage } from "@/lib/client/collection";

interface Rows {
  readonly serviceId: string;
  readonly shown: SubjectsShown;
  /** From the first to before the last one. */
  readonly first: number;
  readonly end: number;
}

/** The subjects of some rows of the list, asked for by pages; undefined for those that are on their way. */
export function useSubjectRows({ serviceId, shown, first, end }: Rows): (row: number) => SubjectItem | undefined {
  const firstPage = Math.floor(first / subjectsPerPage);
  const pages = Math.ceil(Math.max(end, first + 1) / subjectsPerPage) - firstPage;
  const queries = Array.from({ length: pages }, (_, at) =>
    collectionQueries.subjects(serviceId, shown, firstPage + at),
  );
  const answers = useQueries({ queries });
  return (row) => {
    const page = Math.floor(row / subjectsPerPage);
    return answers[page - firstPage]?.data?.items[row - page * subjectsPerPage];
  };
}
