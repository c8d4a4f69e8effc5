"use client";

import { useId } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { groupNames, groups, type PaletteItem } from "./palette-items";

interface OptionListProps {
  readonly id: string;
  readonly items: readonly PaletteItem[];
  readonly activeId: string | undefined;
  readonly onPick: (item: PaletteItem) => void;
}

interface OptionProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly isActive: boolean;
  readonly onPick: (item: PaletteItem) => void;
}

function Option({ id, item, isActive, onPick }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, which says which option is the active one.
    // biome-ignore lint/a11y/useFocusableInteractive: likewise, the focus stays in the field.
    <div
      role="option"
      id={`${id}-${item.id}`}
      aria-selected={isActive}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: "nearest" });
      }}
      className="flex min-h-10 cursor-pointer flex-wrap items-center justify-between gap-x-4 rounded-md px-3 py-2 text-sm hover:bg-muted aria-selected:bg-muted aria-selected:font-semibold"
      onClick={() => onPick(item)}
    >
      <span className="min-w-0 break-words">{item.text}</span>
      {item.detail === undefined ? null : <span className="text-muted-foreground">{item.detail}</span>}
    </div>
  );
}

/** What there is to choose, by kind. */
export function OptionList({ id, items, activeId, onPick }: OptionListProps) {
  const t = useTranslate();
  const headingId = useId();
  return (
    <div
      role="listbox"
      id={id}
      aria-label={t("palette.results")}
      className="flex max-h-[50dvh] flex-col gap-3 overflow-y-auto"
    >
      {groups
        .filter((group) => items.some((item) => item.group === group))
        .map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, not options.
          <div key={group} role="group" aria-labelledby={`${headingId}-${group}`}>
            <p id={`${headingId}-${group}`} className="px-3 py-1 text-muted-foreground text-xs">
              {t(groupNames[group])}
            </p>
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <Option key={item.id} id={id} item={item} isActive={item.id === activeId} onPick={onPick} />
              ))}
          </div>
        ))}
    </div>
  );
}
