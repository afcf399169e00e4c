/** Makes an element with attributes and children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.append(...children);
  return element;
}

/** Calls a function at most once a frame, with the last arguments. */
export function onceAFrame<Args extends unknown[]>(draw: (...args: Args) => void): (...args: Args) => void {
  let latest: Args | undefined;
  return (...args) => {
    if (latest === undefined)
      requestAnimationFrame(() => {
        const now = latest!;
        latest = undefined;
        draw(...now);
      });
    latest = args;
  };
}
