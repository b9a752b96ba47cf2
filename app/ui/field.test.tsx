// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Checkbox, ErrorSummary, RadioGroup, Select, TextArea, TextField } from "./field.tsx";

afterEach(cleanup);

describe("a field", () => {
  it.each([
    ["TextField", <TextField key="f" label="Adresse" name="mail" hint="Aide" error="Faute" />],
    ["TextArea", <TextArea key="f" label="Adresse" name="mail" hint="Aide" error="Faute" />],
    [
      "Select",
      <Select key="f" label="Adresse" name="mail" hint="Aide" error="Faute" options={[]} />,
    ],
    ["Checkbox", <Checkbox key="f" label="Adresse" name="mail" hint="Aide" error="Faute" />],
  ])("%s is named by its label and described by its hint and its error", (_name, field) => {
    render(field);
    const control = screen.getByLabelText("Adresse");
    expect(control.getAttribute("name")).toBe("mail");
    expect(control.getAttribute("aria-invalid")).toBe("true");
    const told = (control.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent);
    expect(told).toEqual(["Aide", "Faute"]);
  });

  it("claims nothing without a hint or an error", () => {
    render(<TextField label="Nom" name="name" error={[]} />);
    const control = screen.getByLabelText("Nom");
    expect(control.hasAttribute("aria-describedby")).toBe(false);
    expect(control.hasAttribute("aria-invalid")).toBe(false);
  });

  it("says when it may be left empty", () => {
    render(<TextField label="Nom" name="name" required={false} />);
    expect(screen.getByLabelText("Nom (facultatif)")).toBeTruthy();
  });
});

describe("a group of radios", () => {
  const options = [
    { value: "1", label: "Non acquis", description: "Rien à montrer." },
    { value: "2", label: "Acquis" },
  ];

  it("is named by its legend, and each choice is described", () => {
    render(<RadioGroup legend="Niveau" name="level" options={options} defaultValue="2" />);
    expect(screen.getByRole("group", { name: "Niveau" })).toBeTruthy();
    const first = screen.getByRole<HTMLInputElement>("radio", { name: "Non acquis" });
    const about = document.getElementById(first.getAttribute("aria-describedby") ?? "");
    expect(about?.textContent).toBe("Rien à montrer.");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Acquis" }).checked).toBe(true);
  });

  it("gives the chosen value", () => {
    const chosen = vi.fn();
    render(
      <RadioGroup legend="Niveau" name="level" options={options} value={null} onChange={chosen} />,
    );
    fireEvent.click(screen.getByRole("radio", { name: "Acquis" }));
    expect(chosen).toHaveBeenCalledWith("2");
  });
});

describe("the summary of errors", () => {
  it("is announced and leads to each field", () => {
    render(<ErrorSummary errors={[{ field: "mail", message: "Écrivez une adresse." }]} />);
    expect(screen.getByRole("alert").textContent).toContain("Un point est à corriger");
    expect(screen.getByRole("link", { name: "Écrivez une adresse." }).getAttribute("href")).toBe(
      "#mail",
    );
  });

  it("is absent without errors", () => {
    const { container } = render(<ErrorSummary errors={[]} />);
    expect(container.innerHTML).toBe("");
  });
});
