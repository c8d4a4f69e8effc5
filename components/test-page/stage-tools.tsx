"use client";

import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { type useView, zoomStep } from "./use-view";

interface StageToolsProps {
  readonly view: ReturnType<typeof useView>;
}

/** Buttons that zoom the picture. */
export function StageTools({ view }: StageToolsProps) {
  const t = useTranslate();
  const tools = [
    { name: t("testPage.zoomIn"), Icon: ZoomIn, run: () => view.zoomBy(zoomStep), disabled: view.isNearest },
    { name: t("testPage.zoomOut"), Icon: ZoomOut, run: () => view.zoomBy(1 / zoomStep), disabled: view.isWhole },
    { name: t("testPage.zoomFit"), Icon: Maximize, run: view.fit, disabled: view.isWhole },
  ];
  return (
    <div className="flex gap-2">
      {tools.map(({ name, Icon, run, disabled }) => (
        <Button key={name} aria-label={name} title={name} disabled={disabled} onClick={run}>
          <Icon aria-hidden="true" className="size-4" />
        </Button>
      ))}
    </div>
  );
}
