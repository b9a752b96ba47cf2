import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newPasswordLetter } from "~/platform/account-letters.ts";
import { lettersSettled, sendLetter } from "~/platform/mail.server.ts";
import * as account from "~/routes/account.tsx";
import * as accountEmail from "~/routes/account-email.ts";
import * as signIn from "~/routes/sign-in.tsx";
import * as signUp from "~/routes/sign-up.tsx";
import { testDatabase } from "../../../tests/database.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";

vi.hoisted(() => {
  process.env.SESSION_SECRET = "secret-pour-les-tests-de-compte-0123456789";
  process.env.DATA_DIR = `/tmp/bab-lettres-${process.pid}`;
});

/** An SMTP server of one's own: it accepts everything and keeps what it was told. */
const received: { to: string; message: string }[] = [];
const smtp: Server = createServer((socket) => {
  let to = "";
  let message: string | null = null;
  let rest = "";
  socket.write("220 essai\r\n");
  socket.on("data", (chunk) => {
    rest += chunk.toString("utf8");
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (message !== null) {
        if (line !== ".") message += `${line}\n`;
        else {
          received.push({ to, message });
          message = null;
          socket.write("250 reçu\r\n");
        }
      } else if (line === "DATA") {
        message = "";
        socket.write("354 dites\r\n");
      } else {
        to = /^RCPT TO:<(.+)>/.exec(line)?.[1] ?? to;
        socket.write(line.startsWith("QUIT") ? "221 adieu\r\n" : "250 bien\r\n");
      }
    }
  });
  socket.on("error", () => undefined);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const address = smtp.address();
  const port = typeof address === "object" && address ? address.port : 0;
  process.env.MAIL_URL = `smtp://127.0.0.1:${port}?ignoreTLS=true`;
});
afterAll(() => smtp.close());

/** The link of the last letter; quoted-printable unfolded. */
async function lastLink(): Promise<string> {
  await lettersSettled();
  const text = (received.at(-1)?.message ?? "")
    .replace(/=\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /http:\/\/localhost:3000(\S+)/.exec(text)?.[1] ?? "";
}

describe("with an SMTP server", () => {
  const test = testDatabase();
  const site = testSite({
    "/connexion": signIn,
    "/inscription": signUp,
    "/compte": account,
    "/compte/adresse": accountEmail,
  });
  const ana = { name: "Ana Martin", email: "ana@exemple.fr", password: "une-phrase-courte" };

  it("lets a new person in once their address is confirmed", async () => {
    const visitor = new Visitor(site);
    const answer = await visitor.post("/inscription", ana);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Un courriel vient de partir");
    expect(visitor.cookie).toBe("");
    const link = await lastLink();
    expect(link).toMatch(/^\/compte\/adresse\?jeton=/);
    expect(received.at(-1)?.to).toBe(ana.email);

    const early = await visitor.post("/connexion", ana);
    expect(early.status).toBe(400);
    expect(early.text).toContain("Confirmez d’abord votre adresse");
    const again = await lastLink();

    expect((await visitor.get(link)).location).toBe("/connexion?avis=adresse-confirmee");
    expect(visitor.cookie).toBe("");
    expect((await visitor.get(again)).location).toBe("/connexion?avis=adresse-confirmee");
    expect((await visitor.post("/connexion", ana)).status).toBe(302);
  });

  it("answers alike for an address that has an account, and tells its owner by letter", async () => {
    const first = await new Visitor(site).post("/inscription", ana);
    await lettersSettled();
    const second = await new Visitor(site).post("/inscription", {
      ...ana,
      password: "je-tente-ma-chance",
    });
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect(await lastLink()).toBe("/connexion");
    expect(received.at(-1)).toMatchObject({ to: ana.email });
    const users = await test.db.selectFrom("users").selectAll().execute();
    expect(users).toHaveLength(1);
    await test.db.updateTable("users").set({ email_verified: true }).execute();
    expect((await new Visitor(site).post("/connexion", ana)).status).toBe(302);
  });

  it("does not say a confirmed address to whoever has no password", async () => {
    await new Visitor(site).post("/inscription", ana);
    const wrong = await new Visitor(site).post("/connexion", {
      ...ana,
      password: "pas-le-bon-mot",
    });
    expect(wrong.text).not.toContain("Confirmez");
  });

  it("writes one recipient, whatever the address holds", async () => {
    const letter = newPasswordLetter(
      "http://localhost:3000",
      "Ana\r\nBcc: tous@exemple.fr",
      "jeton",
    );
    await sendLetter("ana@exemple.fr", letter);
    expect(received.at(-1)?.message).not.toMatch(/^Bcc:/m);
    const count = received.length;
    await sendLetter("a@exemple.fr, b@exemple.fr", letter).catch(() => null);
    expect(received.slice(count).map((sent) => sent.to)).not.toContain("b@exemple.fr");
  });
});

it("writes letters in text and in HTML where names are only names", () => {
  const letter = newPasswordLetter("https://nous.fr", "<b>Ana</b> & Cie", "a b&c");
  expect(letter.html).toContain("&lt;b&gt;Ana&lt;/b&gt; &amp; Cie");
  expect(letter.html).not.toContain("<b>");
  expect(letter.text).toContain("https://nous.fr/nouveau-mot-de-passe?jeton=a+b%26c");
  expect(letter.subject).toBe("Choisir un nouveau mot de passe – Bloc à bloc");
});
