import { useEffect, useState } from "react";
import { sender } from "../../entry/sender.ts";
import { keepApplication } from "../../offline/register-service-worker.ts";
import { Icon } from "../icon.tsx";
import { useEntryTexts } from "./use-entry-texts.ts";
import { useSending } from "./use-sending.ts";

/** In the bar, always: whether everything typed here has left this machine. It also keeps the application here. */
export function SendingMark() {
  const texts = useEntryTexts();
  const { line, unsentCells, waitingHandIns, lastSentAt, isSignedOut } = useSending();
  const [takeNewer, setTakeNewer] = useState<() => void>();
  useEffect(() => sender.watch(), []);
  useEffect(() => {
    void keepApplication((takeOver) => setTakeNewer(() => takeOver));
  }, []);
  const words = () => {
    if (waitingHandIns > 0) return texts.sending.waiting(waitingHandIns);
    if (unsentCells > 0) return texts.sending.unsent(unsentCells);
    if (isSignedOut) return texts.sending.signedOut;
    if (line === "checking") return texts.sending.checking;
    if (line === "down") return texts.sending.offline;
    return lastSentAt === undefined ? texts.sending.allSentPlain : texts.sending.allSent(lastSentAt);
  };
  const isSent = line === "up" && unsentCells === 0 && waitingHandIns === 0;
  return (
    <output className={isSent ? "sending-mark" : "sending-mark is-waiting"}>
      <Icon name={line === "down" ? "offline" : isSent ? "received" : "sent"} />
      <span>{words()}</span>
      {takeNewer && (
        <button type="button" className="link" title={texts.newer} onClick={takeNewer}>
          {texts.takeNewer}
        </button>
      )}
    </output>
  );
}
