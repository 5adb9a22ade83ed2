import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from '../database.ts';

/** Before each attempt to connect again, milliseconds: doubled each time, up to the last. */
const firstDelayMs = 100;
const maxDelayMs = 5000;

type OnNotification = (payload: string) => void;

/**
 * Hears the notifications of a PostgreSQL server over one connection of its own: LISTEN belongs to
 * a session. When that ends, it connects again, and then calls every listener with an empty
 * payload: anything may have happened meanwhile.
 */
export class ServerListener {
  readonly #connectionString: string;
  readonly #onLostConnection: (error: Error) => void;
  readonly #listeners = new Map<string, Set<OnNotification>>();
  /** The connection, or the next one where the last has ended. */
  #client: Promise<Client>;
  #isClosed = false;

  private constructor(connectionString: string, onLostConnection: (error: Error) => void) {
    this.#connectionString = connectionString;
    this.#onLostConnection = onLostConnection;
    this.#client = this.#connect();
  }

  /**
   * @param onLostConnection called each time the connection ends or cannot be made again
   * @throws the error of the first connection
   */
  static async open(connectionString: string, onLostConnection: (error: Error) => void): Promise<ServerListener> {
    const listener = new ServerListener(connectionString, onLostConnection);
    await listener.#client;
    return listener;
  }

  readonly listen: Database['listen'] = async (channel, onNotification) => {
    const known = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, known.add(onNotification));
    if (known.size === 1) await this.#send('listen', channel);
    return async () => {
      known.delete(onNotification);
      if (known.size > 0) return;
      this.#listeners.delete(channel);
      await this.#send('unlisten', channel);
    };
  };

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#client.then((client) => client.end()).catch(() => undefined);
  }

  async #send(statement: 'listen' | 'unlisten', channel: string): Promise<void> {
    const client = await this.#client;
    // A connection that ends meanwhile is replaced, and its successor listens to all channels.
    await client.query(`${statement} ${client.escapeIdentifier(channel)}`).catch(() => undefined);
  }

  async #connect(): Promise<Client> {
    const client = new Client({ connectionString: this.#connectionString, keepAlive: true });
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener(payload);
    });
    // Before the connection stands, `connect` itself rejects; afterwards both events may come.
    let isConnected = false;
    const onEnd = (error?: Error) => {
      if (!isConnected || this.#isClosed) return;
      isConnected = false;
      this.#onLostConnection(error ?? new Error('The server ended the connection.'));
      this.#client = this.#reconnect();
      // Whoever needs it next hears of a failure, which is only that of a close.
      this.#client.catch(() => undefined);
    };
    client.on('error', onEnd);
    client.on('end', () => onEnd());
    await client.connect();
    isConnected = true;
    for (const channel of this.#listeners.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return client;
  }

  async #reconnect(): Promise<Client> {
    for (let delayMs = firstDelayMs; ; delayMs = Math.min(2 * delayMs, maxDelayMs)) {
      // Not all processes at the same moment.
      await setTimeout(delayMs * (0.5 + Math.random() / 2), undefined, { ref: false });
      if (this.#isClosed) throw new Error('The database is closed.');
      try {
        const client = await this.#connect();
        for (const ofChannel of this.#listeners.values()) for (const listener of ofChannel) listener('');
        return client;
      } catch (error) {
        this.#onLostConnection(error as Error);
      }
    }
  }
}
