import type { RunEvent } from "./run.ts";

/** The events of a streamed run, line by line; a last line cut by a broken connection is dropped. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<RunEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line) yield JSON.parse(line) as RunEvent;
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
