import type { Messages } from "@/components/language/message-types";
import { shell } from "./de/shell";

export const german = { shell } as const satisfies Messages;
