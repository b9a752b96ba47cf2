import { describe, expect, it } from "vitest";
import { TooBusy, turnstile } from "./turnstile.ts";

const held = () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open };
};
const never = () => new AbortController().signal;

describe("a turnstile", () => {
  it("lets its width through, then one for each that leaves, in order", async () => {
    const door = turnstile(2, 5);
    const [a, b, c] = [held(), held(), held()];
    const order: string[] = [];
    const pass = (name: string, hold: { gate: Promise<void> }) =>
      door.pass(never(), async () => {
        order.push(name);
        await hold.gate;
      });
    const all = [pass("a", a), pass("b", b), pass("c", c)];
    await Promise.resolve();
    expect([order.join(), door.running, door.waiting]).toEqual(["a,b", 2, 1]);
    a.open();
    await all[0];
    await new Promise(setImmediate);
    expect(order.join()).toBe("a,b,c");
    b.open();
    c.open();
    await Promise.all(all);
    expect([door.running, door.waiting]).toEqual([0, 0]);
  });

  it("refuses beyond its queue", async () => {
    const door = turnstile(1, 0);
    const a = held();
    const first = door.pass(never(), () => a.gate);
    await expect(door.pass(never(), async () => {})).rejects.toBeInstanceOf(TooBusy);
    a.open();
    await first;
  });

  it("forgets who leaves the queue, and never runs their task", async () => {
    const door = turnstile(1, 5);
    const a = held();
    const first = door.pass(never(), () => a.gate);
    const leaving = new AbortController();
    let ran = false;
    const second = door.pass(leaving.signal, async () => {
      ran = true;
    });
    leaving.abort();
    await expect(second).rejects.toThrow();
    a.open();
    await first;
    expect([ran, door.running, door.waiting]).toEqual([false, 0, 0]);
  });

  it("frees the place of a task that fails", async () => {
    const door = turnstile(1, 5);
    await expect(door.pass(never(), () => Promise.reject(new Error("non")))).rejects.toThrow("non");
    await expect(door.pass(never(), async () => "oui")).resolves.toBe("oui");
  });
});
