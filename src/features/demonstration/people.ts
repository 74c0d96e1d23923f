/**
 * Who works in the demonstration. Everybody is invented. The local workspace needs them before there is a database, so
 * they are constants: their Slack side here, their rights below.
 */
import type { Role, UnitKind, UnitLine } from "../../domain/vocabulary.ts";

export const DEMONSTRATION_TIME_ZONE = "Asia/Shanghai";
/** The team id of the local workspace. */
export const DEMONSTRATION_TEAM = "T00LOCAL01";

export interface DemonstrationPerson {
  /** The Slack user id. */
  readonly id: string;
  /** The Slack handle. */
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly email: string;
  readonly locale: "en-US" | "zh-CN" | "zh-TW";
  readonly timeZone: string;
}

export interface DemonstrationUnit {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly kind: UnitKind;
  readonly line: UnitLine;
}

interface Post {
  readonly person: DemonstrationPerson;
  /** Code of the unit they sit in. */
  readonly unit: string;
  readonly role: Role;
  /** Code of the unit that the role covers, with everything below. */
  readonly over: string;
}

export const demonstrationUnits: readonly DemonstrationUnit[] = [
  { code: "YL00", name: "云岭农商银行总行信贷管理部", parent: null, kind: "head_office", line: "control" },
  { code: "YL10", name: "城南支行", parent: "YL00", kind: "branch", line: "business" },
  { code: "YL11", name: "柳河分理处", parent: "YL10", kind: "sub_branch", line: "business" },
  { code: "YL20", name: "资产经营部", parent: "YL00", kind: "department", line: "asset_ops" },
];

const officer = { role: "account_manager", title: "客户经理 · Account manager" } as const;
const reviewer = { role: "post_loan_officer", title: "贷后管理岗 · Post-loan officer" } as const;
const unitManager = { role: "unit_manager", title: "机构负责人 · Unit manager" } as const;
const headOffice = { role: "head_office_manager", title: "总行管理人员 · Head-office manager" } as const;
const compliance = { role: "compliance", title: "合规岗 · Compliance" } as const;
const assetOperations = { role: "asset_operations", title: "资产经营岗 · Asset operations" } as const;
const administrator = { role: "administrator", title: "系统管理员 · Administrator" } as const;

export const demonstrationPosts: readonly Post[] = [
  post(officer, "YL10", "YL10", ["U01LIWEN", "liwen", "李雯 Li Wen", "en-US"]),
  post(officer, "YL10", "YL10", ["U02CHENHAO", "chenhao", "陈浩 Chen Hao", "zh-CN"]),
  post(officer, "YL10", "YL10", ["U03ZHOUYU", "zhouyu", "周瑜彤 Zhou Yutong", "zh-CN"]),
  post(officer, "YL10", "YL10", ["U04LINZX", "linzhixuan", "林芷萱 Lin Chih-hsuan", "zh-TW"]),
  post(officer, "YL11", "YL11", ["U05HEJUN", "hejun", "何军 He Jun", "zh-CN"]),
  post(officer, "YL11", "YL11", ["U06GUOMIN", "guomin", "郭敏 Guo Min", "en-US"]),
  post(reviewer, "YL00", "YL10", ["U07WANGPING", "wangping", "王平 Wang Ping", "en-US"]),
  post(reviewer, "YL00", "YL10", ["U08ZHAOLEI", "zhaolei", "赵蕾 Zhao Lei", "zh-CN"]),
  post(unitManager, "YL10", "YL10", ["U09SUNQIANG", "sunqiang", "孙强 Sun Qiang", "zh-CN"]),
  post(unitManager, "YL11", "YL11", ["U10HUANGYT", "huangyating", "黄雅婷 Huang Ya-ting", "zh-TW"]),
  post(administrator, "YL00", "YL00", ["U11XUYAN", "xuyan", "许岩 Xu Yan", "en-US"]),
  post(headOffice, "YL00", "YL00", ["U12LUOWEI", "luoweimin", "罗伟民 Luo Weimin", "en-US"]),
  post(compliance, "YL00", "YL00", ["U13TANGJING", "tangjing", "唐静 Tang Jing", "zh-CN"]),
  post(assetOperations, "YL20", "YL00", ["U14FANGNING", "fangning", "方宁 Fang Ning", "zh-CN"]),
];

/** The fourteen, as the local workspace shows them. */
export const demonstrationPeople: readonly DemonstrationPerson[] = demonstrationPosts.map(({ person }) => person);

function post(
  { role, title }: { role: Role; title: string },
  unit: string,
  over: string,
  [id, name, realName, locale]: readonly [string, string, string, DemonstrationPerson["locale"]],
): Post {
  const email = `${name}@demo.example`;
  return { role, unit, over, person: { id, name, realName, title, email, locale, timeZone: DEMONSTRATION_TIME_ZONE } };
}
