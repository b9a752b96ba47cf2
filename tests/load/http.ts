import { type Load, load, percentile, type Reply, send } from "./measure.ts";
import { makeWork, type Stage } from "./stage.ts";

export type HttpRow = { what: string; learners: number; floor: Load; app: Load; ratio: number };

type Work = Awaited<ReturnType<typeof makeWork>>;

/** Opening the workspace page, and saving, against the floor, at each number of learners. */
export async function httpRows(stage: Stage, levels: number[]): Promise<HttpRow[]> {
  const most = Math.max(...levels);
  const works: Work[] = [];
  for (let i = 0; i < most; i++) works.push(await makeWork(stage, 3000));
  const { app, floor } = stage;
  const headers = { cookie: app.cookie, accept: "text/html" };
  const saveHeaders = {
    cookie: app.cookie,
    accept: "application/json",
    "content-type": "application/json",
    origin: `http://localhost:${app.port}`,
  };
  const openApp = (l: number) =>
    send(app.port, `/espaces/${works[l]!.id}/etapes/${works[l]!.step}?vue=${works[l]!.section}`, {
      headers,
    });
  const openFloor = (l: number) =>
    send(floor.port, `/read/${works[l]!.id}`, { headers: { accept: "text/html" } });
  const versions = { app: works.map(() => 1), floor: works.map(() => 1) };
  const body = (version: number, l: number) =>
    JSON.stringify({ version, doc: works[l]!.doc, device: "bench" });
  const advance = (side: "app" | "floor", l: number, reply: Reply) => {
    const answer = JSON.parse(reply.body) as { version: number };
    versions[side][l] = answer.version;
    return reply;
  };
  const saveApp = async (l: number) =>
    advance(
      "app",
      l,
      await send(app.port, `/espaces/${works[l]!.id}/parties/${works[l]!.section}`, {
        method: "POST",
        headers: saveHeaders,
        body: body(versions.app[l]!, l),
      }),
    );
  const saveFloor = async (l: number) =>
    advance(
      "floor",
      l,
      await send(floor.port, `/save/${works[l]!.id}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: body(versions.floor[l]!, l),
      }),
    );

  // Both servers warm before anything counts.
  await load(floor.pid, 2, 300, openFloor);
  await load(app.pid, 2, 300, openApp);
  await load(floor.pid, 2, 150, saveFloor);
  await load(app.pid, 2, 150, saveApp);

  const rows: HttpRow[] = [];
  for (const learners of levels) {
    const each = Math.max(2, Math.ceil(400 / learners));
    rows.push(await pair("open the workspace", learners, stage, each, openFloor, openApp));
    rows.push(await pair("save 3,000 words", learners, stage, each, saveFloor, saveApp));
  }
  return rows;
}

/** Floor and app in turn, three rounds; medians, so that a slow minute of the machine weighs on both. */
async function pair(
  what: string,
  learners: number,
  stage: Stage,
  each: number,
  onFloor: (l: number) => Promise<Reply>,
  onApp: (l: number) => Promise<Reply>,
): Promise<HttpRow> {
  const floors: Load[] = [];
  const apps: Load[] = [];
  for (let round = 0; round < 3; round++) {
    floors.push(await load(stage.floor.pid, learners, each, onFloor));
    apps.push(await load(stage.app.pid, learners, each, onApp));
  }
  const floor = median(floors);
  const app = median(apps);
  return { what, learners, floor, app, ratio: app.cpu / floor.cpu };
}

function median(loads: Load[]): Load {
  const mid = (key: keyof Load) =>
    percentile(
      loads.map((l) => l[key]),
      0.5,
    );
  return {
    p50: mid("p50"),
    p95: mid("p95"),
    cpu: mid("cpu"),
    perSecond: mid("perSecond"),
    errors: loads.reduce((sum, l) => sum + l.errors, 0),
  };
}
