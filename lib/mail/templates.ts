import type { MailText } from "./outbox";

interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly label: string; readonly link: string };
  readonly footer: string;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = {
  body: "margin:0;padding:24px;background:#f4f4f5;font-family:system-ui,sans-serif;font-size:16px;color:#18181b",
  card: "max-width:480px;margin:0 auto;padding:32px;background:#ffffff;border-radius:8px",
  title: "margin:0 0 16px;font-size:20px",
  button:
    "display:inline-block;padding:12px 20px;background:#18181b;color:#ffffff;border-radius:6px;text-decoration:none",
  small: "margin:24px 0 0;font-size:13px;color:#52525b",
} as const;

function buttonHtml({ label, link }: NonNullable<Letter["button"]>): string {
  const address = escapeHtml(link);
  return `<p><a style="${style.button}" href="${address}">${escapeHtml(label)}</a></p>
<p style="${style.small};word-break:break-all">${address}</p>`;
}

function renderHtml({ subject, paragraphs, button, footer }: Letter): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="${style.body}"><div style="${style.card}"><h1 style="${style.title}">${escapeHtml(subject)}</h1>
${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join("\n")}
${button === undefined ? "" : buttonHtml(button)}
<p style="${style.small}">${escapeHtml(footer)}</p></div></body></html>
`;
}

function render(letter: Letter): MailText {
  const { subject, paragraphs, button, footer } = letter;
  const parts = [...paragraphs, ...(button === undefined ? [] : [`${button.label}:\n${button.link}`]), footer];
  return { subject, text: `${parts.join("\n\n")}\n`, html: renderHtml(letter) };
}

// No letter that anybody can have sent to a stranger repeats words of the one who asked for it.

export function verificationMail({ link }: { readonly link: string }): MailText {
  return render({
    subject: "Confirm your e-mail address",
    paragraphs: ["Somebody signed up at Mien with this address. If it was you, confirm the address to sign in."],
    button: { label: "Confirm address", link },
    footer: "The link works once, for 60 minutes. If you did not sign up, ignore this mail.",
  });
}

export function alreadyRegisteredMail({ link }: { readonly link: string }): MailText {
  return render({
    subject: "You already have an account",
    paragraphs: [
      "Somebody signed up at Mien with this address, but it has an account already. Nothing was changed.",
      "If it was you, sign in. Should you not know the password any more, ask for a new one there.",
    ],
    button: { label: "Sign in", link },
    footer: "If it was not you, ignore this mail.",
  });
}

export function resetMail({ link }: { readonly link: string }): MailText {
  return render({
    subject: "Choose a new password",
    paragraphs: ["Somebody asked for a new password for your account at Mien. If it was you, choose one now."],
    button: { label: "Choose a password", link },
    footer: "The link works once, for 60 minutes. If you did not ask for it, ignore this mail.",
  });
}

export function passwordChangedMail(): MailText {
  return render({
    subject: "Your password was changed",
    paragraphs: ["The password of your account at Mien was changed, and the account was signed out elsewhere."],
    footer: "If it was not you, ask for a new password at once and tell your administrator.",
  });
}

export function secondFactorMail(): MailText {
  return render({
    subject: "Your second factor was changed",
    paragraphs: [
      "The second factor of your account at Mien, or its recovery codes, was changed, and the account was signed out elsewhere.",
    ],
    footer: "If it was not you, choose a new password at once and tell your administrator.",
  });
}

export function identityLinkedMail({ name }: { readonly name: string }): MailText {
  return render({
    subject: "You can sign in another way",
    paragraphs: [`Your account at Mien was connected with your account at ${name}, and can be signed in with it.`],
    footer: "If it was not you, tell your administrator.",
  });
}

interface Membership {
  readonly link: string;
  readonly applicationName: string;
}

/** To an address without an account. */
export function invitationMail({ link, applicationName }: Membership): MailText {
  return render({
    subject: "You are invited to an application",
    paragraphs: [`You are invited to work on the application "${applicationName}" at Mien.`],
    button: { label: "Sign up", link },
    footer: "If you do not know the sender, ignore this mail.",
  });
}

/** To somebody who has an account. */
export function memberAddedMail({ link, applicationName }: Membership): MailText {
  return render({
    subject: "You are a member of an application",
    paragraphs: [`You were added to the application "${applicationName}" at Mien.`],
    button: { label: "Open application", link },
    footer: "You can leave it at any time.",
  });
}
