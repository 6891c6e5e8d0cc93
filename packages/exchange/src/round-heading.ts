// What an export says about the round itself.

export interface RoundHeading {
  readonly title: string;
  readonly country: string;
}
