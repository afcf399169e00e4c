/** The address of the site's data, relative to the page, as the page's markup gives it. */
export const dataFolder = document.querySelector<HTMLElement>("[data-folder]")?.dataset["folder"] ?? "./data";
