/** Lets other tasks run. A message wakes a browser's task at once, where a timer would wait for four milliseconds. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
