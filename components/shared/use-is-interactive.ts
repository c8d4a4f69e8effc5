import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in the page as the server sends it, true once its scripts listen. */
export function useIsInteractive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
