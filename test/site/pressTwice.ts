import type {Page} from "playwright-core";

/**
 * Presses a button, and again as soon as another element says something: within the page, so that what the first press
 * has started cannot be over before.
 * @param button its selector
 * @param element the selector of the other element, which may not be there yet
 * @param says what its text or value matches when it is time
 */
export async function pressTwice(page: Page, button: string, element: string, says: RegExp): Promise<void> {
  await page.evaluate(
    ([button, element, pattern]) =>
      new Promise<void>((resolve) => {
        const pressed = document.querySelector<HTMLButtonElement>(button!)!;
        const expected = new RegExp(pattern!);
        const observer = new MutationObserver(() => {
          const found = document.querySelector(element!);
          if (!found || !expected.test(found.getAttribute("value") ?? found.textContent)) return;
          observer.disconnect();
          pressed.click();
          resolve();
        });
        observer.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
        pressed.click();
      }),
    [button, element, says.source]
  );
}
