import { expect, test } from "@playwright/test";
import { Client, paragraph } from "./client.ts";
import { AppServer } from "./server.ts";

/** Rounds of kill -9 while a learner's editor saves without pause. */
const ROUNDS = 20;

type Current = { version: number; doc: { content: { content: { text: string }[] }[] } };

test("every acknowledged save survives kill -9 of the app and of the database", async () => {
  test.setTimeout(300_000);
  const server = new AppServer();
  await server.start();
  try {
    const client = new Client(server);
    await client.signIn();
    const { id } = await client.startExercise("cyclerie-pont-levy");
    const address = `/espaces/${id}/parties/veille`;
    /** Newest text and version that the server acknowledged. */
    let acknowledged = { version: 0, text: "" };
    let n = 0;

    for (let round = 0; round < ROUNDS; round++) {
      const victim = ["app", "database", "both"][round % 3]!;
      let killed = false;
      const saving = (async () => {
        while (!killed) {
          n++;
          const text = `texte ${n}`;
          const response = await client
            .json(address, { version: acknowledged.version, doc: paragraph(text), device: "crash" })
            .catch(() => null);
          const answer = response?.status === 200 ? await response.json().catch(() => null) : null;
          if (answer) acknowledged = { version: answer.version, text };
          else if (response) break;
        }
      })();
      await new Promise((r) => setTimeout(r, 120 + ((round * 53) % 300)));
      if (victim !== "app") server.killDatabase();
      if (victim !== "database") await server.kill();
      killed = true;
      await saving;
      if (victim !== "database") await server.start();

      let current: Current | null = null;
      for (let i = 0; i < 100 && !current; i++) {
        const response = await client
          .send(address, { headers: { accept: "application/json" } })
          .catch(() => null);
        if (response?.status === 200) current = (await response.json()) as Current;
        else await new Promise((r) => setTimeout(r, 200));
      }
      const stored = current?.doc.content[0]?.content[0]?.text ?? "";
      const at = `round ${round} (${victim})`;
      // The save in flight may have been written without its answer getting out: one version more, the next text.
      expect(current?.version, at).toBeGreaterThanOrEqual(acknowledged.version);
      expect(current?.version, at).toBeLessThanOrEqual(acknowledged.version + 1);
      if (current?.version === acknowledged.version) expect(stored, at).toBe(acknowledged.text);
      else expect(stored, at).toBe(`texte ${Number(acknowledged.text.split(" ")[1] ?? 0) + 1}`);
      acknowledged = { version: current!.version, text: stored };
      n = Number(stored.split(" ")[1] ?? 0);
    }
    expect(acknowledged.version).toBeGreaterThan(ROUNDS);
  } finally {
    await server.stop();
  }
});

test("a database that is away is said, in French, and the app recovers by itself", async () => {
  const server = new AppServer();
  await server.start();
  try {
    const client = new Client(server);
    await client.signIn();
    const { id } = await client.startExercise("cyclerie-pont-levy");
    const address = `/espaces/${id}/parties/veille`;
    server.killDatabase();
    const during = await client.json(address, { version: 0, doc: paragraph("un"), device: "d" });
    if (during.status !== 200) {
      expect(during.status).toBe(503);
      const answer = await during.json();
      expect(answer).toMatchObject({ ok: false, reason: "unavailable" });
      expect(answer.message).toContain("gardé sur cet appareil");
    }
    await expect
      .poll(
        async () =>
          (await client.json(address, { version: 0, doc: paragraph("deux"), device: "d" })).status,
        {
          timeout: 30_000,
        },
      )
      .not.toBe(503);
  } finally {
    await server.stop();
  }
});

test("without its database at start, the app says so and waits", async () => {
  const server = new AppServer({ DATABASE_URL: "postgres://bloc:x@127.0.0.1:9/bloc" });
  await server.launch();
  await expect
    .poll(
      () =>
        fetch(server.origin, { headers: { accept: "text/html" } }).then(
          (r) => r.status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(503);
  const page = await (await fetch(server.origin, { headers: { accept: "text/html" } })).text();
  expect(page).toContain("La base de données ne répond pas encore");
  await server.kill();
  await server.stop();
});
