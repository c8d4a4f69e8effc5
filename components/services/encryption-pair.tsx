import { useTranslate } from "@/components/language/language-provider";
import { CodeBlock } from "@/components/shared/code-block";
import { Button } from "@/components/ui/button";
import type { ShownEncryption } from "@/lib/client/encryption";

interface EncryptionPairProps {
  readonly shown: ShownEncryption;
  readonly onDone: () => void;
}

/** The key and the IV, or why there are none to see. */
export function EncryptionPair({ shown, onDone }: EncryptionPairProps) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-4">
      {shown.source === "service" ? (
        <>
          <CodeBlock label={t("encryption.key")} code={shown.encryptionKey} />
          <CodeBlock label={t("encryption.iv")} code={shown.encryptionIv} />
        </>
      ) : (
        <p>{t(shown.source === "none" ? "encryption.none" : "encryption.installation")}</p>
      )}
      <div>
        <Button look="primary" onClick={onDone}>
          {t("encryption.done")}
        </Button>
      </div>
    </div>
  );
}
