"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { leaveGate } from "@/lib/client/leave-gate";
import { useWaysOut } from "./use-ways-out";

interface LeaveGuardProps {
  /** Whether leaving would lose something. */
  readonly active: boolean;
  readonly onLeave: () => void;
}

const never = () => false;

/** Asks before the page is left while it is busy. */
export function LeaveGuard({ active, onLeave }: LeaveGuardProps) {
  const t = useTranslate();
  const isAsking = useSyncExternalStore(leaveGate.subscribe, leaveGate.isAsking, never);
  const end = useEffectEvent(onLeave);
  useEffect(() => (active ? leaveGate.close(() => end()) : undefined), [active]);
  useWaysOut(active);
  return (
    <Dialog open={isAsking} onClose={leaveGate.stay} title={t("collection.leaveTitle")}>
      <p>{t("collection.leaveHelp")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="destructive" onClick={leaveGate.leave}>
          {t("collection.leave")}
        </Button>
        <Button onClick={leaveGate.stay}>{t("collection.stay")}</Button>
      </div>
    </Dialog>
  );
}
