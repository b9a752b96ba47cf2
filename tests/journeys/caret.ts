import { expect, type Page } from "@playwright/test";
import { textbox } from "./section.ts";

/** What Tiptap leaves on the element it edits: enough to read where the caret is. */
type Edited = {
  editor: {
    state: {
      selection: { to: number };
      doc: { content: { size: number }; textBetween(from: number, to: number): string };
    };
  };
};

/**
 * Puts the caret at the end of the text and waits until the editor knows it: the browser tells it by an event that
 * a key pressed within the same milliseconds, as only a test does, overtakes.
 */
export async function goToEnd(page: Page): Promise<void> {
  await textbox(page).focus();
  await expect(async () => {
    await page.keyboard.press("Control+End");
    const after = await textbox(page).evaluate((element) => {
      const { selection, doc } = (element as unknown as Edited).editor.state;
      return doc.textBetween(selection.to, doc.content.size);
    });
    expect(after).toBe("");
  }).toPass();
}
