import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";

interface ChangeOptions<Output> {
  /** Keys of the queries whose answers are other ones now. */
  readonly outdates: (output: Output) => readonly QueryKey[];
}

/** A mutation that is done when everything on the page that it changed has been read again. */
export function useChange<Input, Output>(run: (input: Input) => Promise<Output>, { outdates }: ChangeOptions<Output>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (output: Output) => {
      await Promise.all(outdates(output).map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
}
