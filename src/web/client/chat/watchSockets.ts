/**
 * Calls `onClose` with the address of every WebSocket that closes. Microsoft's client keeps a lost
 * connection to itself for up to fifteen seconds and takes no socket class, so this page's global one
 * is replaced. Call it before the client makes a socket.
 */
export function watchSockets(onClose: (address: string) => void): void {
  globalThis.WebSocket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      this.addEventListener('close', () => onClose(this.url));
    }
  };
}
