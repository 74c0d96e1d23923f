export interface Taken {
  readonly seconds: number;
  readonly rows: number;
  /** The most resident memory the process ever had. */
  readonly megabytes: number;
}
