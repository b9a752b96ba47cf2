import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Db } from "./client.server.ts";
import type { Role } from "./schema.ts";

/** Shown at start: these accounts are for trying the product, never for a real server. */
const PASSWORD = "bloc-a-bloc-demo";

const PEOPLE: { name: string; email: string; role: Role }[] = [
  { name: "Camille Apprenante", email: "camille@demo.test", role: "learner" },
  { name: "Farah Formatrice", email: "farah@demo.test", role: "trainer" },
  { name: "Alix Administratrice", email: "alix@demo.test", role: "admin" },
];

/**
 * Creates the demo accounts that are missing; the others stay as their users left them. Safe when several
 * processes start at once. Returns what to print at start.
 */
export async function seedDemoAccounts(
  db: Db,
): Promise<{ email: string; password: string; role: string }[]> {
  const emails = PEOPLE.map((person) => person.email);
  const there = await db.selectFrom("users").select("email").where("email", "in", emails).execute();
  const missing = PEOPLE.filter((person) => !there.some((user) => user.email === person.email));
  await Promise.all(
    missing.map(async ({ name, email, role }) => {
      const password = await hashPassword(PASSWORD);
      await db.transaction().execute(async (tx) => {
        const user = await tx
          .insertInto("users")
          .values({ id: randomUUID(), name, email, role, email_verified: true })
          .onConflict((conflict) => conflict.column("email").doNothing())
          .returning("id")
          .executeTakeFirst();
        if (!user) return;
        await tx
          .insertInto("accounts")
          .values({
            id: randomUUID(),
            user_id: user.id,
            account_id: user.id,
            provider_id: "credential",
            password,
          })
          .execute();
      });
    }),
  );
  return PEOPLE.map(({ email, role }) => ({ email, password: PASSWORD, role }));
}
