import { expect, test } from "./fixtures.ts";
import { openSection, signIn, startSection, state, textbox } from "./section.ts";

test("a passage is cited for a competency of another step, with the keyboard", async ({
  page,
  server,
  accessible,
}) => {
  await signIn(page);
  const place = await startSection(page, server.origin);
  await openSection(page, place);
  await textbox(page).click();
  await page.keyboard.type("La veille suit quatre axes.");
  await expect(state(page)).toContainText("Enregistré");
  await page.keyboard.press("ControlOrMeta+a");
  await page.getByRole("button", { name: "Citer comme preuve" }).press("Enter");

  const dialog = page.getByRole("dialog", { name: "Citer comme preuve" });
  await dialog.getByText("Autres compétences du bloc").first().click();
  const others = dialog.getByRole("group", { name: "Autres compétences du bloc" });
  await expect(others.getByRole("radio")).not.toHaveCount(0);
  await accessible(page, "citing a passage");
  await others.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await dialog.getByRole("button", { name: "Lier à la compétence" }).press("Enter");
  await expect(dialog.getByRole("status")).toContainText("est maintenant une preuve");
});
