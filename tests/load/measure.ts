import fs from "node:fs";
import http from "node:http";

/** CPU time that a process has used so far, in milliseconds (utime + stime of /proc, 100 ticks a second). */
export function cpuMs(pid: number): number {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Memory that a process holds now, in MiB. */
export function residentMb(pid: number): number {
  const line = fs.readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/);
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}

/** The p-th percentile (0 to 1) of some numbers. */
export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export type Reply = { status: number; body: string; ms: number; bytes: number };

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

/** One request over a kept connection; the time is to the last byte. */
export function send(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: "127.0.0.1",
        port,
        path,
        agent,
        method: options.method ?? "GET",
        headers: { host: `localhost:${port}`, ...options.headers },
      },
      (response) => {
        let body = "";
        let bytes = 0;
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          body += chunk;
          bytes += Buffer.byteLength(chunk);
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body, bytes, ms: performance.now() - start }),
        );
      },
    );
    request.on("error", reject);
    request.end(options.body);
  });
}

export type Load = { p50: number; p95: number; cpu: number; errors: number; perSecond: number };

/** `learners` loops at once, `each` requests a loop; server CPU in milliseconds a request. */
export async function load(
  pid: number,
  learners: number,
  each: number,
  request: (learner: number, n: number) => Promise<Reply>,
): Promise<Load> {
  const times: number[] = [];
  let errors = 0;
  const cpu = cpuMs(pid);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: learners }, async (_, learner) => {
      for (let n = 0; n < each; n++) {
        const reply = await request(learner, n).catch(() => null);
        if (reply?.status === 200) times.push(reply.ms);
        else errors++;
      }
    }),
  );
  const total = learners * each;
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpu: (cpuMs(pid) - cpu) / total,
    errors,
    perSecond: total / ((performance.now() - start) / 1000),
  };
}
