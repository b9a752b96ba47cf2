import { betterAuth } from "better-auth";
import type { Db } from "~db/client.server.ts";
import { database } from "~db/client.server.ts";
import {
  changeAddressLetter,
  confirmAddressLetter,
  existingAccountLetter,
  newPasswordLetter,
} from "./account-letters.ts";
import { env } from "./env.server.ts";
import { log } from "./log.server.ts";
import { inBackground, sendLetter } from "./mail.server.ts";
import { sessionSecret } from "./secret.server.ts";

const DAY = 24 * 3600;
/** A session ends after so many days without a visit. */
export const SESSION_DAYS = 30;
/**
 * The cookie outlives the session: its row in the database is what expires, and slides at each visit.
 * So no page has to send the cookie again. 400 days is the most a browser keeps.
 */
const COOKIE_DAYS = 400;

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** Where better-auth reads the client's address: a header that only authHeaders() can set. */
const ADDRESS_HEADER = "x-bloc-client-address";

/** Name of the session cookie; `__Secure-` when the public address is https. */
export function sessionCookieName(): string {
  return `${env().ORIGIN.startsWith("https:") ? "__Secure-" : ""}bloc.session_token`;
}

/**
 * The account library on our tables. Its HTTP handler is not mounted: our actions call `auth().api`, so its
 * own rate limits and origin checks do not run; ours do (rate-limit.server.ts, origin.server.ts).
 * With an SMTP server, a new address is confirmed before the first sign-in.
 */
function makeAuth(db: Db) {
  const { ORIGIN, MAIL_URL } = env();
  const dates = { createdAt: "created_at", updatedAt: "updated_at" };
  return betterAuth({
    appName: "Bloc à bloc",
    baseURL: ORIGIN,
    secret: sessionSecret(),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    database: { db, type: "postgres", transaction: true },
    logger: {
      level: "error",
      // Its messages may hold an address: only their first words are kept.
      log: (level, message) => log("auth", { level, message: String(message).slice(0, 80) }),
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      requireEmailVerification: Boolean(MAIL_URL),
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        sendLetter(user.email, newPasswordLetter(ORIGIN, user.name, token)),
      onExistingUserSignUp: ({ user }) =>
        sendLetter(user.email, existingAccountLetter(ORIGIN, user.name)),
    },
    emailVerification: {
      sendOnSignUp: Boolean(MAIL_URL),
      sendOnSignIn: Boolean(MAIL_URL),
      autoSignInAfterVerification: false,
      expiresIn: 3600,
      sendVerificationEmail: ({ user, token }) =>
        sendLetter(
          user.email,
          isAddressChange(token)
            ? changeAddressLetter(ORIGIN, user.name, token)
            : confirmAddressLetter(ORIGIN, user.name, token),
        ),
    },
    user: {
      modelName: "users",
      fields: { emailVerified: "email_verified", ...dates },
      additionalFields: {
        // input: false: no form, whatever it sends, can choose a role.
        role: { type: "string", required: false, defaultValue: "learner", input: false },
      },
      changeEmail: { enabled: true },
    },
    session: {
      modelName: "sessions",
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        ...dates,
      },
      expiresIn: COOKIE_DAYS * DAY,
      disableSessionRefresh: true,
    },
    account: {
      modelName: "accounts",
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...dates,
      },
    },
    verification: {
      modelName: "verifications",
      fields: { expiresAt: "expires_at", ...dates },
      // Whoever reads the table cannot use the letters' links.
      storeIdentifier: "hashed",
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, expiresAt: new Date(Date.now() + SESSION_DAYS * DAY * 1000) },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: "bloc",
      useSecureCookies: ORIGIN.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Awaiting the letter would tell by its delay whether the address has an account.
      backgroundTasks: { handler: inBackground },
    },
  });
}

let made: { db: Db; auth: ReturnType<typeof makeAuth> } | null = null;

/** The library on the process's database, made at the first call. */
export function auth(): ReturnType<typeof makeAuth> {
  const db = database();
  if (made?.db !== db) made = { db, auth: makeAuth(db) };
  return made.auth;
}

/** What the library may know of a request: its cookies, its browser, its address. */
export function authHeaders(request: Request, ip: string): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: ip });
  for (const name of ["cookie", "user-agent"]) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value.slice(0, 8_000));
  }
  return headers;
}

/** Whether a letter's token asks to replace an address (read without trust: the library checks it). */
export function isAddressChange(token: string): boolean {
  try {
    const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
    return typeof (JSON.parse(payload) as { updateTo?: unknown }).updateTo === "string";
  } catch {
    return false;
  }
}
