/**
 * Makes one drawing like another, and changes only what differs, so that the browser lays out and paints no more than
 * that.
 * @param current in the page
 * @param wanted its children may be moved to the page
 */
export function morph(current: Element, wanted: Element): void {
  for (const {name, value} of wanted.attributes)
    if (current.getAttribute(name) !== value) current.setAttribute(name, value);
  for (const {name} of [...current.attributes]) if (!wanted.hasAttribute(name)) current.removeAttribute(name);
  const [now, next] = [[...current.childNodes], [...wanted.childNodes]];
  for (const [i, node] of next.entries()) {
    const old = now[i];
    if (!old) current.append(node);
    else if (old.nodeName !== node.nodeName) old.replaceWith(node);
    else if (old instanceof Element) morph(old, node as Element);
    else if (old.nodeValue !== node.nodeValue) old.nodeValue = node.nodeValue;
  }
  for (const node of now.slice(next.length)) node.remove();
}
