import { redirect } from "@remix-run/node";
import { isAPIError } from "better-auth/api";
import { paths } from "~/paths.ts";
import { auth, authHeaders } from "~/platform/auth.server.ts";
import { env } from "~/platform/env.server.ts";
import { clearRateLimit, clientNetwork, rateLimits } from "~/platform/rate-limit.server.ts";
import { forgetSessions } from "~/platform/session.server.ts";
import { database } from "~db/client.server.ts";
import { deleteExpired } from "~db/queries/users.ts";
import { acceptForm, readForm, refuseForm, refuseTooMany } from "./forms.server.ts";
import { withNotice } from "./notices.ts";
import { safeReturn } from "./safe-return.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A whole class signs in behind one address at nine o'clock: only one person's tries are counted closely. */
const LIMITS = {
  signInPerson: { max: 8, windowSeconds: 10 * MINUTE },
  signInNetwork: { max: 150, windowSeconds: 10 * MINUTE },
  signInAccount: { max: 100, windowSeconds: HOUR },
  signUpNetwork: { max: 60, windowSeconds: HOUR },
  letterPerson: { max: 3, windowSeconds: HOUR },
  letterNetwork: { max: 40, windowSeconds: HOUR },
  tokenNetwork: { max: 40, windowSeconds: HOUR },
};

/** What these use cases need of a request. */
export type Caller = { request: Request; ip: string };

/** Opens a session and goes back to the page that asked for it. */
export async function signIn({ request, ip }: Caller) {
  const submission = readForm("signIn", await request.formData());
  if (submission.status !== "success") return refuseForm("signIn", submission);
  const { email, password, retour } = submission.value;
  const network = clientNetwork(ip);
  const person = `sign-in:${network}:${email}`;
  const allowed = await rateLimits([
    { key: person, limit: LIMITS.signInPerson },
    { key: `sign-in:${network}`, limit: LIMITS.signInNetwork },
    { key: `sign-in-account:${email}`, limit: LIMITS.signInAccount },
  ]);
  if (!allowed.ok) return refuseTooMany("signIn", submission, allowed.retryAfterSeconds);
  try {
    const { headers } = await auth().api.signInEmail({
      body: { email, password },
      headers: authHeaders(request, ip),
      returnHeaders: true,
    });
    await Promise.all([clearRateLimit(person), deleteExpired(database())]);
    return redirect(safeReturn(retour), { headers: cookiesOf(headers) });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const unconfirmed = error.body?.code === "EMAIL_NOT_VERIFIED";
    return refuseForm("signIn", submission, {
      formErrors: [
        unconfirmed
          ? "Confirmez d’abord votre adresse : un nouveau lien vient de vous être envoyé."
          : "Adresse ou mot de passe inexact. Vérifiez les deux, ou choisissez un nouveau mot de passe.",
      ],
    });
  }
}

/**
 * Creates a learner's account. With an SMTP server the answer is the same whether or not the address has an
 * account: a letter tells. Without one the person must be let in at once, so a refusal cannot be hidden: its
 * sentence stays vague and the number of tries is limited.
 */
export async function signUp({ request, ip }: Caller) {
  const submission = readForm("signUp", await request.formData());
  if (submission.status !== "success") return refuseForm("signUp", submission);
  const { name, email, password, retour } = submission.value;
  const network = clientNetwork(ip);
  const allowed = await rateLimits([
    { key: `sign-up:${network}`, limit: LIMITS.signUpNetwork },
    ...(env().MAIL_URL ? [{ key: `letter:${email}`, limit: LIMITS.letterPerson }] : []),
  ]);
  if (!allowed.ok) return refuseTooMany("signUp", submission, allowed.retryAfterSeconds);
  try {
    const { headers } = await auth().api.signUpEmail({
      body: { name, email, password },
      headers: authHeaders(request, ip),
      returnHeaders: true,
    });
    if (env().MAIL_URL) return acceptForm("signUp", submission);
    return redirect(safeReturn(retour), { headers: cookiesOf(headers) });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return refuseForm("signUp", submission, {
      formErrors: [
        "L’inscription n’a pas abouti avec ces indications. Si vous avez déjà un compte, connectez-vous ou choisissez un nouveau mot de passe.",
      ],
    });
  }
}

/** Ends the session, here and in the database. */
export async function signOut({ request, ip }: Caller, userId: string | null): Promise<Response> {
  const headers = await signedOutHeaders({ request, ip });
  if (userId) forgetSessions(userId);
  return redirect(withNotice(paths.signIn(), "deconnecte"), { headers });
}

/** The headers that take the session cookie away; ends the session they name, if there is one. */
export async function signedOutHeaders({ request, ip }: Caller): Promise<Headers> {
  const { headers } = await auth().api.signOut({
    headers: authHeaders(request, ip),
    returnHeaders: true,
  });
  return cookiesOf(headers);
}

/** Sends the link to choose a new password, if the address has an account; the answer does not tell. */
export async function requestNewPassword({ request, ip }: Caller) {
  const submission = readForm("passwordForgotten", await request.formData());
  if (submission.status !== "success") return refuseForm("passwordForgotten", submission);
  const { email } = submission.value;
  const allowed = await rateLimits([
    { key: `letter:${email}`, limit: LIMITS.letterPerson },
    { key: `letter:${clientNetwork(ip)}`, limit: LIMITS.letterNetwork },
  ]);
  if (!allowed.ok) return refuseTooMany("passwordForgotten", submission, allowed.retryAfterSeconds);
  await auth().api.requestPasswordReset({ body: { email }, headers: authHeaders(request, ip) });
  return acceptForm("passwordForgotten", submission);
}

/** Sets the password by a letter's link (one use, one hour) and ends all sessions of the person. */
export async function chooseNewPassword({ request, ip }: Caller) {
  const submission = readForm("passwordNew", await request.formData());
  if (submission.status !== "success") return refuseForm("passwordNew", submission);
  const allowed = await rateLimits([
    { key: `new-password:${clientNetwork(ip)}`, limit: LIMITS.tokenNetwork },
  ]);
  if (!allowed.ok) return refuseTooMany("passwordNew", submission, allowed.retryAfterSeconds);
  const { jeton, passwordNew } = submission.value;
  try {
    await auth().api.resetPassword({
      body: { token: jeton, newPassword: passwordNew },
      headers: authHeaders(request, ip),
    });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return redirect(withNotice(paths.passwordForgotten(), "lien-perime"));
  }
  forgetSessions();
  return redirect(withNotice(paths.signIn(), "mot-de-passe-choisi"));
}

/** Only the cookies of an answer of the library. */
export function cookiesOf(headers: Headers): Headers {
  const cookies = new Headers();
  for (const cookie of headers.getSetCookie()) cookies.append("Set-Cookie", cookie);
  return cookies;
}
