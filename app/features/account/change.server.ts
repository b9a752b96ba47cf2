import { redirect } from "@remix-run/node";
import { isAPIError } from "better-auth/api";
import type { Actor } from "~/domain/policy.ts";
import { paths } from "~/paths.ts";
import { addressChangedLetter } from "~/platform/account-letters.ts";
import { auth, authHeaders } from "~/platform/auth.server.ts";
import { env } from "~/platform/env.server.ts";
import { inBackground, sendLetter } from "~/platform/mail.server.ts";
import { type Allowance, rateLimit } from "~/platform/rate-limit.server.ts";
import { forgetSessions, openSession } from "~/platform/session.server.ts";
import { database } from "~db/client.server.ts";
import { deleteSession, deleteSessions, listSessions, updateUserName } from "~db/queries/users.ts";
import { describeDevice } from "./device.ts";
import { type Caller, cookiesOf, signedOutHeaders } from "./enter.server.ts";
import { eraseAccount } from "./erase.server.ts";
import { readForm, refuseForm, refuseTooMany } from "./forms.server.ts";
import { withNotice } from "./notices.ts";

type Person = NonNullable<Actor>;
type Owner = Caller & { actor: Person };

const WRONG_PASSWORD = "Ce n’est pas votre mot de passe actuel. Rien n’a été changé.";

/** What the account page shows. */
export async function accountPage(request: Request, actor: Person) {
  const [sessions, current] = await Promise.all([
    listSessions(database(), actor.id),
    openSession(request),
  ]);
  return {
    name: actor.name,
    email: actor.email,
    lettersAreKept: !env().MAIL_URL,
    drawnAt: Date.now(),
    sessions: sessions.map((session) => ({
      id: session.id,
      current: session.id === current?.sessionId,
      device: describeDevice(session.user_agent),
      address: session.ip_address ?? "",
      openedAt: session.created_at,
      seenAt: session.updated_at,
    })),
  };
}

/** Does what one of the page's forms asks; its button says which (`intent`). */
export async function changeAccount(owner: Owner) {
  const fields = await owner.request.formData();
  switch (fields.get("intent")) {
    case "name":
      return changeName(owner, fields);
    case "email":
      return changeEmail(owner, fields);
    case "password":
      return changePassword(owner, fields);
    case "session":
      return endSession(owner, fields);
    case "sessions":
      return endOtherSessions(owner);
    case "delete":
      return deleteAccount(owner, fields);
    default:
      throw new Response("Demande inconnue.", { status: 400 });
  }
}

async function changeName({ actor }: Owner, fields: FormData) {
  const submission = readForm("name", fields);
  if (submission.status !== "success") return refuseForm("name", submission);
  await updateUserName(database(), actor.id, submission.value.name);
  forgetSessions(actor.id);
  return redirect(withNotice(paths.account(), "nom-change"));
}

/** Sends the confirmation to the new address; nothing changes before it. Says nothing of other accounts. */
async function changeEmail(owner: Owner, fields: FormData) {
  const { actor, request, ip } = owner;
  const submission = readForm("email", fields);
  if (submission.status !== "success") return refuseForm("email", submission);
  const { emailNew, emailPassword } = submission.value;
  const allowed = await countPasswordTry(actor);
  if (!allowed.ok) return refuseTooMany("email", submission, allowed.retryAfterSeconds);
  if (!(await isPassword(owner, emailPassword))) {
    return refuseForm("email", submission, { fieldErrors: { emailPassword: [WRONG_PASSWORD] } });
  }
  if (emailNew === actor.email) {
    return refuseForm("email", submission, {
      fieldErrors: { emailNew: ["C’est déjà l’adresse de votre compte."] },
    });
  }
  await auth().api.changeEmail({
    body: { newEmail: emailNew },
    headers: authHeaders(request, ip),
  });
  return redirect(withNotice(paths.account(), "adresse-a-confirmer"));
}

/**
 * Follows a letter's link that makes a new address take effect: only for the person who asked, signed in.
 * False when the link is out of date, was used, is another person's, or the address was taken meanwhile.
 */
export async function confirmNewAddress({ actor, request, ip }: Owner, token: string) {
  const confirmed = await confirmAddress({ request, ip }, token);
  if (!confirmed) return false;
  forgetSessions(actor.id);
  inBackground(sendLetter(actor.email, addressChangedLetter(env().ORIGIN, actor.name)));
  return true;
}

/** Follows a letter's link that confirms an address; false when it is out of date. */
export async function confirmAddress({ request, ip }: Caller, token: string): Promise<boolean> {
  try {
    await auth().api.verifyEmail({ query: { token }, headers: authHeaders(request, ip) });
    return true;
  } catch (error) {
    if (isAPIError(error) || (error as { code?: string }).code === "23505") return false;
    throw error;
  }
}

/** Changes the password and ends the person's other sessions; this one gets a new cookie. */
async function changePassword({ actor, request, ip }: Owner, fields: FormData) {
  const submission = readForm("password", fields);
  if (submission.status !== "success") return refuseForm("password", submission);
  const allowed = await countPasswordTry(actor);
  if (!allowed.ok) return refuseTooMany("password", submission, allowed.retryAfterSeconds);
  const { passwordCurrent, passwordNew } = submission.value;
  try {
    const { headers } = await auth().api.changePassword({
      body: {
        currentPassword: passwordCurrent,
        newPassword: passwordNew,
        revokeOtherSessions: true,
      },
      headers: authHeaders(request, ip),
      returnHeaders: true,
    });
    forgetSessions(actor.id);
    return redirect(withNotice(paths.account(), "mot-de-passe-change"), {
      headers: cookiesOf(headers),
    });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return refuseForm("password", submission, {
      fieldErrors: { passwordCurrent: [WRONG_PASSWORD] },
    });
  }
}

/** Ends one of the person's sessions; another's id changes nothing. */
async function endSession({ actor }: Owner, fields: FormData) {
  const submission = readForm("session", fields);
  if (submission.status !== "success") return refuseForm("session", submission);
  const ended = await deleteSession(database(), actor.id, submission.value.session);
  if (!ended) throw new Response("Cet appareil n’est plus connecté.", { status: 404 });
  forgetSessions(actor.id);
  return redirect(withNotice(paths.account(), "appareil-deconnecte"));
}

async function endOtherSessions({ actor, request }: Owner) {
  const current = await openSession(request);
  await deleteSessions(database(), actor.id, current?.sessionId);
  forgetSessions(actor.id);
  return redirect(withNotice(paths.account(), "appareils-deconnectes"));
}

async function deleteAccount(owner: Owner, fields: FormData) {
  const submission = readForm("delete", fields);
  if (submission.status !== "success") return refuseForm("delete", submission);
  const allowed = await countPasswordTry(owner.actor);
  if (!allowed.ok) return refuseTooMany("delete", submission, allowed.retryAfterSeconds);
  if (!(await isPassword(owner, submission.value.deletePassword))) {
    return refuseForm("delete", submission, { fieldErrors: { deletePassword: [WRONG_PASSWORD] } });
  }
  await eraseAccount(owner.actor.id);
  return redirect(withNotice(paths.signIn(), "compte-efface"), {
    headers: await signedOutHeaders(owner),
  });
}

/** An open session left unattended must not serve to guess the password. */
function countPasswordTry(actor: Person): Promise<Allowance> {
  return rateLimit(`password:${actor.id}`, { max: 10, windowSeconds: 600 });
}

async function isPassword({ request, ip }: Owner, password: string): Promise<boolean> {
  try {
    await auth().api.verifyPassword({ body: { password }, headers: authHeaders(request, ip) });
    return true;
  } catch (error) {
    if (isAPIError(error) && error.body?.code === "INVALID_PASSWORD") return false;
    throw error;
  }
}
