// The reasons why a database cannot be opened. Each message is a sentence for the person who starts the server.

export type StoreOpenCode =
  /** Another process serves from this data directory. */
  | 'directory-in-use'
  /** Another server serves from this database, alone or together with others. */
  | 'database-in-use'
  /** The embedded database was to be shared by several servers. */
  | 'not-shareable'
  /** The data directory cannot be created or written. */
  | 'directory-unusable'
  /** The file is no database, or a broken one. */
  | 'database-damaged'
  /** DATABASE_URL is not an address of a PostgreSQL database. */
  | 'url-malformed'
  /** Nothing replies at that address. */
  | 'database-unreachable'
  /** PostgreSQL replies, but does not let this user in, or has no such database. */
  | 'database-refused'
  /** A later version of the program has migrated this database. */
  | 'database-newer';

export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
  readonly code: StoreOpenCode;

  constructor(code: StoreOpenCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
