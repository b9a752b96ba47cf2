// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Button } from "./button.tsx";

afterEach(cleanup);

it("does not submit a form unless told to", () => {
  render(<Button>Ouvrir</Button>);
  expect(screen.getByRole("button").getAttribute("type")).toBe("button");
});

it("when it is refused, stays reachable, does nothing and says why", () => {
  const pressed = vi.fn();
  render(
    <Button onPress={pressed} type="submit" whyDisabled="Écrivez d’abord une justification.">
      Valider
    </Button>,
  );
  const button = screen.getByRole<HTMLButtonElement>("button", { name: "Valider" });
  expect(button.disabled).toBe(false);
  expect(button.getAttribute("aria-disabled")).toBe("true");
  const why = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  expect(why?.textContent).toBe("Écrivez d’abord une justification.");
  const letThrough = fireEvent.click(button);
  expect(letThrough).toBe(false);
  expect(pressed).not.toHaveBeenCalled();
});

it("calls both onClick and onPress", () => {
  const calls: string[] = [];
  render(<Button onClick={() => calls.push("click")} onPress={() => calls.push("press")} />);
  fireEvent.click(screen.getByRole("button"));
  expect(calls).toEqual(["click", "press"]);
});
