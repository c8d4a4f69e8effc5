import { useRouter } from "next/navigation";
import { useTexts } from "@/components/language/language-provider";
import { languageNames, languages } from "@/components/language/languages";
import { rememberLanguage } from "@/components/language/remember-language";
import { applyTheme, themeNames, themes } from "@/components/shared/themes";
import { useMe } from "@/components/shell/me-context";
import { navigation } from "@/components/shell/navigation";
import { leaveGate } from "@/lib/client/leave-gate";
import { isGlobalManager } from "@/lib/client/permissions";
import type { PaletteItem } from "./palette-items";

interface OwnActions {
  readonly onCreateApplication: () => void;
  readonly onSignOut: () => void;
}

/** Pages and actions that are there for the reader, whatever is on the server. */
export function useActions({ onCreateApplication, onSignOut }: OwnActions): readonly PaletteItem[] {
  const { translate: t } = useTexts();
  const router = useRouter();
  const { globalRole } = useMe();
  const go = (href: string) => () => leaveGate.pass(() => router.push(href));
  const pages = [...navigation, { href: "/profile", text: "shell.profile", roles: [globalRole] } as const]
    .filter(({ roles }) => roles.includes(globalRole))
    .map(({ href, text }) => ({ id: href, group: "pages", text: t(text), run: go(href) }) as const);
  const create = { id: "create", group: "actions", text: t("applications.create"), run: onCreateApplication } as const;
  const looks = themes.map((theme) => {
    const text = t("palette.useTheme", { theme: t(themeNames[theme]) });
    return { id: `theme-${theme}`, group: "actions", text, run: () => applyTheme(theme) } as const;
  });
  const tongues = languages.map((language) => {
    const run = () => {
      rememberLanguage(language);
      router.refresh();
    };
    const text = t("palette.useLanguage", { language: languageNames[language] });
    return { id: `language-${language}`, group: "actions", text, run } as const;
  });
  const leave = { id: "sign-out", group: "actions", text: t("shell.signOut"), run: onSignOut } as const;
  return [...pages, ...(isGlobalManager(globalRole) ? [create] : []), ...looks, ...tongues, leave];
}
