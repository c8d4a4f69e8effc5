"use client";

import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { TextField } from "@/components/ui/field";
import { leaveGate } from "@/lib/client/leave-gate";
import { signOut } from "@/lib/client/session";
import { OptionList } from "./option-list";
import { groups, matchItems, type PaletteItem } from "./palette-items";
import { useActions } from "./use-actions";
import { useFound } from "./use-found";

/** The items in the order in which they are shown, and which of them the keys have reached. */
function useChoice(items: readonly PaletteItem[]) {
  // Not its position: answers that come later put items before it.
  const [reachedId, setReachedId] = useState<string>();
  const shown = groups.flatMap((group) => items.filter((item) => item.group === group));
  const position = Math.max(
    0,
    shown.findIndex(({ id }) => id === reachedId),
  );
  const move = (steps: number) => setReachedId(shown.at((position + steps) % shown.length)?.id);
  return { shown, active: shown[position], move, restart: () => setReachedId(undefined) };
}

interface PaletteProps {
  readonly close: () => void;
  readonly onCreateApplication: () => void;
}

/** A field that finds pages, actions, applications and services: a combobox with its list (ARIA practices, 3.8). */
export function Palette({ close, onCreateApplication }: PaletteProps) {
  const t = useTranslate();
  const listId = useId();
  const [typed, setTyped] = useState("");
  // A whole new page: nothing that this account has read stays in memory.
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => window.location.assign("/sign-in") });
  const actions = useActions({ onCreateApplication, onSignOut: () => leaveGate.pass(leave.mutate) });
  const found = useFound(typed);
  const { shown, active, move, restart } = useChoice([...matchItems(actions, typed), ...found.items]);
  const pick = (item: PaletteItem) => {
    item.run();
    if (item.id !== "create" && item.id !== "sign-out") close();
  };
  const press = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => active !== undefined && pick(active),
    };
    const act = keys[event.key];
    // Enter also ends the choice of a word in an input method.
    if (act === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };
  const error = leave.error ?? found.error;
  return (
    <>
      <TextField
        label={t("palette.field")}
        hint={t("palette.keys")}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `${listId}-${active.id}`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          restart();
        }}
        onKeyDown={press}
      />
      <p role="status" className="sr-only">
        {t("palette.count", { count: shown.length })}
      </p>
      {error === null ? null : <ProblemAlert error={error} />}
      <OptionList id={listId} items={shown} activeId={active?.id} onPick={pick} />
    </>
  );
}
