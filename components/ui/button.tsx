import type { ButtonHTMLAttributes } from "react";

type Look = "primary" | "secondary" | "destructive" | "quiet";

const base =
  "inline-flex h-10 shrink-0 items-center justify-center gap-2 rounded-md px-4 font-medium text-sm transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-60";

const looks = {
  primary: "bg-primary text-primary-foreground hover:brightness-95",
  secondary: "border border-input bg-card text-foreground hover:bg-muted",
  destructive: "bg-destructive text-card hover:brightness-95",
  quiet: "text-foreground hover:bg-muted",
} as const satisfies Record<Look, string>;

/** Classes of something that looks like a button and is none, such as a link. */
export const buttonClass = (look: Look): string => `${base} ${looks[look]}`;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look | undefined;
  /** Set while the action runs: the button stays focused and says so, and further clicks do nothing. */
  readonly busy?: boolean | undefined;
}

/** Does something here; what leads elsewhere is a link. */
export function Button({ look = "secondary", busy = false, type = "button", onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? "button" : type}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={busy ? undefined : onClick}
      className={`${buttonClass(look)} ${busy ? "opacity-60" : ""}`}
    />
  );
}
