import { setTimeout as sleep } from "node:timers/promises";
import { config } from "@/lib/config/env";
import { logger } from "@/lib/observability/logger";
import { deliverDueMails } from "./deliver";
import { createSendMail, type SendMail } from "./transport";
import { setWake } from "./wake-sender";

const pollMs = 2_000;
/** A mail server that hangs must not hold up the end of the process; the mail is tried again after the next start. */
const stopMsMax = 3_000;

interface Sender {
  /** Waits a moment for the mail in flight; what is left in the outbox goes out after the next start. */
  readonly stop: () => Promise<void>;
}

class OutboxLoop {
  private isStopped = false;
  private running: Promise<void> = Promise.resolve();
  private isRunning = false;
  private readonly send: SendMail;
  private readonly timer: NodeJS.Timeout;

  constructor(send: SendMail) {
    this.send = send;
    this.timer = setInterval(() => this.wake(), pollMs);
    this.timer.unref();
  }

  wake(): void {
    if (this.isRunning || this.isStopped) return;
    this.isRunning = true;
    this.running = this.deliver();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    const timeout = sleep(stopMsMax, undefined, { ref: false });
    await Promise.race([this.running, timeout]);
  }

  private async deliver(): Promise<void> {
    try {
      await deliverDueMails(
        this.send,
        () => new Date(),
        () => this.isStopped,
      );
    } catch (error) {
      logger.error({ event: "mail", error: (error as Error).message }, "the outbox cannot be read");
    } finally {
      this.isRunning = false;
    }
  }
}

/** Starts sending what is in the outbox: every two seconds, and at once when this process wrote a mail. */
export function startSender(send: SendMail = createSendMail(config())): Sender {
  const loop = new OutboxLoop(send);
  // A moment later, since the transaction that wrote the mail is still open.
  const wakeSoon = () => void setTimeout(() => loop.wake(), 50).unref();
  setWake(wakeSoon);
  wakeSoon();
  return {
    stop: () => {
      setWake(() => undefined);
      return loop.stop();
    },
  };
}
