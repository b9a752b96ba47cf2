import { paths } from "../../app/paths.ts";
import { Client, paragraph } from "./client.ts";
import { finishedExercise } from "./finished-exercise.ts";
import { expect, test } from "./fixtures.ts";

/** Who asks: a visitor, the author, another learner of the group, its trainer, the trainer of another group. */
const PEOPLE = ["visitor", "author", "classmate", "trainer", "stranger"] as const;
/** What each is answered, in that order: read, sent to sign-in (i), forbidden (f), not found (-). */
type Row = `${string} ${string} ${string} ${string} ${string}`;
const ALL: Row = "read read read read read";
const SIGNED: Row = "i read read read read";
const OWN: Row = "i read - - -";
const GROUP: Row = "i read read read -";

test("every address answers each person as this table says", async ({ server }) => {
  test.setTimeout(120_000);
  const as = Object.fromEntries(PEOPLE.map((who) => [who, new Client(server)])) as Record<
    (typeof PEOPLE)[number],
    Client
  >;
  for (const who of PEOPLE)
    if (who !== "visitor") await as[who].signUp(`acces.${who}.${process.pid}@exemple.test`, who);

  const id = await finishedExercise(as.author);
  const handed = { intent: "hand-in", number: "1", accepted: "on" };
  const deposit = await as.author.form(paths.dossier(id), handed);
  expect(deposit.headers.get("location")).toBe(paths.submission(id, 1));
  const receipt = (await (await as.author.send(paths.submission(id, 1))).text()).match(
    /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){2}/,
  )![0];
  const makeGroup = async (client: Client) => {
    const made = await client.form(paths.cohorts(), { name: "Groupe d’essai" });
    const place = made.headers.get("location")!;
    const page = await (await client.send(place)).text();
    return { id: place.split("/").at(-1)!, code: page.match(/rejoindre\/([2-9A-Z-]{9})/)![1]! };
  };
  const group = await makeGroup(as.trainer);
  await makeGroup(as.stranger);
  for (const who of ["author", "classmate"] as const)
    await as[who].form(paths.join(group.code), {});
  await as.author.form(paths.submission(id, 1), { cohort: group.id });
  const given = (await (await as.trainer.send(paths.cohort(group.id))).text()).match(
    /depots\/([0-9a-f-]{36})/,
  )![1]!;

  const table: [string, Row][] = [
    [paths.home(), ALL],
    [paths.about(), ALL],
    [paths.accessibility(), ALL],
    [paths.health(), ALL],
    [paths.referential(), ALL],
    [paths.block("BC01"), ALL],
    [paths.competency("BC01", "BC01.1"), ALL],
    [paths.subjects(), ALL],
    [paths.subject("cyclerie-pont-levy"), ALL],
    [paths.demo(), ALL],
    [paths.demoPrompts(), ALL],
    [paths.demoTool("client-interview"), ALL],
    [paths.receipts(), ALL],
    [paths.receipt(receipt), ALL],
    [paths.account(), SIGNED],
    [paths.accountData(), SIGNED],
    [paths.dashboard(), SIGNED],
    [paths.cohorts(), SIGNED],
    [paths.join(group.code), SIGNED],
    [paths.outbox(), "i - - - -"],
    [paths.step(id, "cadrer-la-demande"), OWN],
    [paths.assessment(id), OWN],
    [paths.dossier(id), OWN],
    [paths.dossierPdf(id), OWN],
    [paths.dossierHtml(id), OWN],
    [paths.revisions(id, "veille"), OWN],
    [paths.section(id, "veille"), OWN],
    [paths.competencies(id), OWN],
    [paths.submission(id, 1), OWN],
    [paths.submissionPdf(id, 1), OWN],
    [paths.submissionSnapshot(id, 1), OWN],
    [paths.cohort(group.id), GROUP],
    [paths.cohortSubmission(group.id, given), "i f f read -"],
  ];
  const answers: [string, string][] = [];
  for (const [path] of table) {
    const row: string[] = [];
    for (const who of PEOPLE) {
      const answer = await as[who].send(path);
      const where = answer.headers.get("location") ?? "";
      await answer.arrayBuffer();
      row.push(
        answer.status === 200
          ? "read"
          : where.startsWith(paths.signIn())
            ? "i"
            : ({ 403: "f", 404: "-" }[answer.status] ?? String(answer.status)),
      );
    }
    answers.push([path, row.join(" ")]);
  }
  expect(answers).toEqual(table);

  // Writing: what is somebody else's is not there; nothing is written without an account.
  const before = await (await as.author.send(paths.section(id, "veille"))).text();
  const writes: [string, unknown][] = [
    [paths.section(id, "veille"), { version: 1, doc: paragraph("Volé"), device: "x" }],
    [paths.tool(id, "cadrer-la-demande", "client-interview"), { version: 0, actions: [] }],
    [paths.runs(id, "cadrer-la-demande"), { prompt: "Écris" }],
    [paths.generatedImage(id), { prompt: "Une barque", ratio: "1:1" }],
  ];
  const forms: [string, Record<string, string>][] = [
    [paths.step(id, "cadrer-la-demande"), { intent: "finish" }],
    [paths.assessment(id), { intent: "new-attempt", attempt: "1", understood: "yes" }],
    [paths.dossier(id), { ...handed, number: "2" }],
    [paths.submission(id, 1), { cohort: group.id }],
    [paths.revisions(id, "veille"), { version: "1", current: "1" }],
  ];
  for (const who of ["classmate", "trainer", "stranger", "visitor"] as const) {
    const refused = who === "visitor" ? 401 : 404;
    for (const [path, body] of writes)
      expect((await as[who].json(path, body)).status, `${who} ${path}`).toBe(refused);
    for (const [path, fields] of forms)
      expect((await as[who].form(path, fields)).status, `${who} ${path}`).toBe(refused);
  }
  expect(await (await as.author.send(paths.section(id, "veille"))).text()).toBe(before);
});
