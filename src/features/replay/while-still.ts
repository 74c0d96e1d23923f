/** An answer about people that holds until somebody comes, goes, or is given another post. */
import type { Moment } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { TurningPoints } from "../people/index.ts";

export class WhileStill<T> {
  private readonly points: TurningPoints;
  private readonly ask: (ctx: Context) => Promise<T>;
  private known: { readonly at: Moment; readonly answer: T } | undefined;

  constructor(points: TurningPoints, ask: (ctx: Context) => Promise<T>) {
    this.points = points;
    this.ask = ask;
  }

  async answer(ctx: Context): Promise<T> {
    const { known } = this;
    if (known !== undefined && this.points.none(known.at, ctx.now)) {
      return known.answer;
    }
    const answer = await this.ask(ctx);
    this.known = { at: ctx.now, answer };
    return answer;
  }
}
