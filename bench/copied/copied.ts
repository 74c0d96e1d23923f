/** A long report compared with fifty earlier ones, beside one edit distance of the whole texts for each of them. */
import { distance } from "fastest-levenshtein";
import { repositoryPath } from "../../prisma/schema.ts";
import { copiedFrom, type EarlierReport, type Text } from "../../src/domain/gate/copied-text.ts";
import { wordsOf } from "../../src/domain/gate/policy-words.ts";
import { type Chance, seededChance } from "../../src/features/demonstration/random.ts";
import { loadPolicy } from "../../src/platform/policy-file.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";
import type { Bench } from "../bench.ts";
import { figureOf, type Pair } from "../figure.ts";

const EARLIER = 50;
const ANSWERS = 7;
const SENTENCES_EACH = 8;
const GOAL_MS = 50;
const LABELS = 60;

export const copied: Bench = {
  name: "copied",
  run: async (size) => {
    const policy = loadPolicy(repositoryPath("policy/cn-bank.yml"));
    if (isProblems(policy)) throw new Error("the shipped policy has problems");
    const { simplified } = wordsOf(policy.policy);
    const chance = seededChance(EARLIER);
    const own = textsOf(chance);
    const earlier = Array.from({ length: EARLIER }, (_, at): EarlierReport => {
      return { reportId: `r${at}`, texts: textsOf(chance), names: [`宁波海港食品第${at}有限公司`] };
    });
    const taken = Array.from({ length: LABELS }, (_, at) => `检查要点第${at}项说明`);
    const rules = { simplified, taken, leastCharacters: 60 };
    const whole = (texts: readonly Text[]) => texts.map(({ text }) => text).join("\n");
    const pairs: Pair[] = [];
    for (let run = 0; run < size.runs; run += 1) {
      const ours = timed(() => copiedFrom(own, earlier, rules));
      const baseline = timed(() => earlier.map(({ texts }) => distance(whole(own), whole(texts))));
      pairs.push({ ours, baseline });
    }
    const figure = `a report of ${whole(own).length} characters compared with ${EARLIER} earlier ones`;
    return [figureOf({ bench: "copied", figure, unit: "ms", goal: { atMost: GOAL_MS } }, pairs)];
  },
};

/** Milliseconds of processor time: nothing is waited for here, and a busy machine is no fault of the rule. */
function timed(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Every other sentence without a figure: those are compared letter by letter with all others of their kind. */
function textsOf(chance: Chance): Text[] {
  return Array.from({ length: ANSWERS }, (_, at) => {
    const text = Array.from({ length: SENTENCES_EACH }, (_, sentence) => sentenceOf(chance, sentence)).join("");
    return { answerKey: `borrower/text_${at}`, text };
  });
}

function sentenceOf({ between: some, pick }: Chance, place: number): string {
  const who = pick(["财务负责人", "车间主任", "仓库保管员", "经营者的儿子", "两名装卸工", "隔壁商户"]);
  const what = pick([
    "正在清点纱线和坯布",
    "说第三条线的轴承还没有到货",
    "把两个账户的流水打印出来给我们看",
    "在门口给货车装箱",
  ]);
  const where = pick(["东边的成品库里", "二楼的办公室", "厂区南门旁边", "新租的库房"]);
  return place % 2 === 0
    ? `我们到的时候${who}在${where}${what}。`
    : `${where}盘点 ${some(400, 1900)} 吨，比账面少 ${some(1, 9)} 吨，${who}${what}。`;
}
