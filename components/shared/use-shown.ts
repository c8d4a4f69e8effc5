import { useState } from "react";

/** What a list was asked for that is on show: what is wanted as soon as its answer is here, until then what was before. */
export function useShown<Wanted extends string>(wanted: Wanted, isHere: boolean): Wanted {
  const [shown, setShown] = useState(wanted);
  if (isHere && shown !== wanted) setShown(wanted);
  return shown;
}
