/** The borrowers of the demonstration before any date is set: who they are, what they owe, and what their desk should show. */
import type { CollateralKind } from "../../domain/templates/item.ts";
import type { CustomerType, Product, ProjectPhase, RiskTier } from "../../domain/vocabulary.ts";
import {
  companyName,
  creditCode,
  identityNumber,
  type NamedBusiness,
  personName,
  phoneNumber,
  shopName,
  townAddress,
  villageAddress,
} from "./names.ts";
import type { Chance } from "./random.ts";

/** What the morning of the demonstration should show of this borrower. */
export type WantedState = "late" | "due_today" | "due_soon" | "started" | "submitted" | "returned" | "later";

export interface InventedLoan {
  readonly product: Product;
  readonly phase: ProjectPhase | null;
  readonly tier: RiskTier;
  /** Yuan. */
  readonly drawn: number;
  readonly purpose: string;
  readonly collateral: { readonly kind: CollateralKind; readonly description: string } | null;
  readonly guarantor: string | null;
}

export interface InventedBorrower {
  readonly name: string;
  readonly customerType: CustomerType;
  readonly identityNumber: string;
  readonly phone: string;
  readonly address: string;
  readonly industryCode: string | null;
  readonly signers: readonly { readonly name: string; readonly title: string }[];
  readonly loans: readonly InventedLoan[];
  readonly wanted: WantedState;
  /** The loan is new and nobody has been there yet: a first inspection is what is due. */
  readonly isNew: boolean;
}

interface Profile {
  readonly customerType: CustomerType;
  readonly product: Product;
  readonly phase?: ProjectPhase;
  /** Yuan, from and to. */
  readonly drawn: readonly [number, number];
  readonly purposes: readonly [string, ...string[]];
  readonly security: readonly [Security, ...Security[]];
}

type Security = "property" | "land" | "equipment" | "receivables" | "stock" | "guarantor" | "none";

const COMPANY: Profile = {
  customerType: "corporate",
  product: "working_capital",
  drawn: [3_000_000, 38_000_000],
  purposes: ["采购原材料", "支付货款", "季节性备货"],
  security: ["property", "receivables", "guarantor", "land"],
};
const LARGE_COMPANY: Profile = { ...COMPANY, drawn: [50_000_000, 90_000_000], security: ["property", "land"] };
const SMALL_COMPANY: Profile = {
  ...COMPANY,
  customerType: "mse",
  drawn: [400_000, 6_000_000],
  security: ["property", "guarantor", "equipment"],
};
const BUILDING: Profile = {
  customerType: "corporate",
  product: "fixed_asset",
  phase: "building",
  drawn: [8_000_000, 60_000_000],
  purposes: ["新建厂房", "仓储中心项目", "生产线技改"],
  security: ["land", "property"],
};
const OPERATING: Profile = { ...BUILDING, phase: "operating", purposes: ["厂房建设(已投产)", "设备更新(已投产)"] };
const SHOP: Profile = {
  customerType: "sole_trader",
  product: "personal_business",
  drawn: [120_000, 1_800_000],
  purposes: ["店铺进货", "装修改造", "购置设备"],
  security: ["property", "guarantor", "none"],
};
const FARM: Profile = {
  customerType: "farm_household",
  product: "agricultural_household",
  drawn: [30_000, 450_000],
  purposes: ["购买种子化肥", "生猪养殖", "大棚蔬菜", "购置农机"],
  security: ["guarantor", "none", "equipment"],
};
const GRAIN: Profile = {
  customerType: "corporate",
  product: "agri_procurement",
  drawn: [5_000_000, 45_000_000],
  purposes: ["收购秋粮", "收购籽棉", "夏粮收购"],
  security: ["stock"],
};
const CONSUMER: Profile = {
  customerType: "individual",
  product: "personal_consumption",
  drawn: [50_000, 480_000],
  purposes: ["住房装修", "购车", "子女教育"],
  security: ["none"],
};
const HOME: Profile = {
  customerType: "individual",
  product: "mortgage",
  drawn: [350_000, 2_200_000],
  purposes: ["购买住房"],
  security: ["property"],
};

/** Dealt out in turn, so that every officer has some of everything; what comes first is due first. */
const PROFILES: readonly [Profile, ...Profile[]] = [
  COMPANY,
  SMALL_COMPANY,
  SHOP,
  FARM,
  SMALL_COMPANY,
  SHOP,
  HOME,
  GRAIN,
  CONSUMER,
  FARM,
  BUILDING,
  SMALL_COMPANY,
  SHOP,
  FARM,
  HOME,
  LARGE_COMPANY,
  SMALL_COMPANY,
  CONSUMER,
  OPERATING,
  SHOP,
];

/** The first officer's day is a full one: more than a message can hold. */
const FULL_DAY: Readonly<Record<WantedState, number>> = {
  due_today: 9,
  late: 6,
  due_soon: 6,
  returned: 1,
  started: 1,
  submitted: 3,
  later: 13,
};
const USUAL_DAY: Readonly<Record<WantedState, number>> = {
  due_today: 3,
  late: 2,
  due_soon: 4,
  returned: 1,
  started: 1,
  submitted: 2,
  later: 25,
};
const SECOND_LOAN_PERCENT = 31;

/** The borrowers of one officer. `place` is 0 for the first. Names already used are left out and added to `used`. */
export function inventPortfolio(chance: Chance, place: number, used: Set<string>): InventedBorrower[] {
  const day = place === 0 ? FULL_DAY : USUAL_DAY;
  const wanted = WANTED_ORDER.flatMap((state) => Array.from({ length: day[state] }, () => state));
  return wanted.map((state, index) => inventBorrower(chance, profileAt(index + place * 3), state, used));
}

const WANTED_ORDER: readonly WantedState[] = [
  "due_today",
  "late",
  "due_soon",
  "returned",
  "started",
  "submitted",
  "later",
];

function profileAt(index: number): Profile {
  return PROFILES[index % PROFILES.length] ?? PROFILES[0];
}

function inventBorrower(chance: Chance, profile: Profile, wanted: WantedState, used: Set<string>): InventedBorrower {
  const { name, industryCode } = unusedName(chance, profile, used);
  const isCompany = profile.customerType === "corporate" || profile.customerType === "mse";
  const representative = isCompany ? personName(chance) : name;
  const loans = [inventLoan(chance, profile)];
  if (profile.product !== "mortgage" && chance.happens(SECOND_LOAN_PERCENT)) {
    loans.push(inventLoan(chance, profile));
  }
  return {
    name,
    customerType: profile.customerType,
    identityNumber: isCompany ? creditCode(chance) : identityNumber(chance),
    phone: phoneNumber(chance),
    address: profile.customerType === "farm_household" ? villageAddress(chance) : townAddress(chance),
    industryCode,
    signers: isCompany
      ? [
          { name: representative, title: "法定代表人" },
          { name: personName(chance), title: "财务负责人" },
        ]
      : [{ name: profile.customerType === "sole_trader" ? personName(chance) : name, title: "借款人" }],
    loans,
    wanted,
    isNew: chance.happens(30),
  };
}

function unusedName(
  chance: Chance,
  profile: Profile,
  used: Set<string>,
): { name: string; industryCode: string | null } {
  for (;;) {
    const named = inventName(chance, profile);
    if (!used.has(named.name)) {
      used.add(named.name);
      return named;
    }
  }
}

function inventName(chance: Chance, profile: Profile): NamedBusiness | { name: string; industryCode: null } {
  switch (profile.customerType) {
    case "corporate":
      return companyName(chance, profile.product === "agri_procurement" ? "grain" : "corporate");
    case "mse":
      return companyName(chance, "small");
    case "sole_trader":
      return shopName(chance);
    default:
      return { name: personName(chance), industryCode: null };
  }
}

function inventLoan(chance: Chance, profile: Profile): InventedLoan {
  const security = chance.pick(profile.security);
  const [from, to] = profile.drawn;
  return {
    product: profile.product,
    phase: profile.phase ?? null,
    tier: inventTier(chance, profile.customerType),
    drawn: roundYuan(chance.between(from, to)),
    purpose: chance.pick(profile.purposes),
    collateral: inventCollateral(chance, security),
    guarantor: security === "guarantor" ? personName(chance) : null,
  };
}

/** A person's consumer loan goes to collection when it falls that low, and is no longer inspected. */
function inventTier(chance: Chance, customerType: CustomerType): RiskTier {
  const drawn = chance.between(1, 100);
  if (drawn <= 92) {
    return "normal";
  }
  return drawn <= 97 || customerType === "individual" ? "special_mention" : "substandard";
}

function inventCollateral(chance: Chance, security: Security): InventedLoan["collateral"] {
  switch (security) {
    case "property":
      return { kind: security, description: `房产，${townAddress(chance)}，${chance.between(60, 1800)}平方米` };
    case "land":
      return { kind: security, description: `工业用地，工业二路，${chance.between(8, 60)}亩` };
    case "equipment":
      return { kind: security, description: `机器设备${chance.between(2, 14)}台` };
    case "receivables":
      return { kind: security, description: `应收账款，付款人${chance.between(2, 6)}家` };
    case "stock":
      return { kind: security, description: `库存粮棉，${chance.between(1, 9)}号仓` };
    default:
      return null;
  }
}

/** Two significant digits or so, as limits are granted. */
function roundYuan(yuan: number): number {
  const step = yuan >= 1_000_000 ? 100_000 : 10_000;
  return Math.round(yuan / step) * step;
}
