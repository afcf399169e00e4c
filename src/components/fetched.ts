/**
 * The site's answer to a request for a file of it.
 * @param what names the file in a sentence
 * @throws Error with that sentence if it cannot be fetched
 */
export async function fetched(address: string | URL, what: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(address, options).catch(() => undefined);
  if (!response?.ok) throw new Error(`${what} could not be fetched; try again when you are connected.`);
  return response;
}
