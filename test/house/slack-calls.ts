/** Calls of Slack's Web API in the source, by their names (`chat.postMessage`). */
import { WebClient } from "@slack/web-api";
import ts from "typescript";
import { callsBelow, dotted } from "./source.ts";

/** Every method that the installed client has, as `family.method`. */
export const WEB_API: ReadonlySet<string> = new Set(methodsBelow(new WebClient("not-a-token"), []));

/** A call whose method the source does not name. */
export const UNREADABLE = "?";

const FAMILIES = new Set([...WEB_API].map((method) => method.slice(0, method.lastIndexOf("."))));

export function slackCalls(node: ts.Node): { method: string; call: ts.CallExpression }[] {
  return callsBelow(node).flatMap((call) => methodsOf(call).map((method) => ({ method, call })));
}

function methodsOf({ expression, arguments: [first] }: ts.CallExpression): string[] {
  const written = dotted(expression);
  if (written?.endsWith(".apiCall")) {
    return [first !== undefined && ts.isStringLiteralLike(first) ? first.text : UNREADABLE];
  }
  if (ts.isElementAccessExpression(expression) && !ts.isStringLiteralLike(expression.argumentExpression)) {
    return chosenMethods(expression);
  }
  const [, family, method] = /\.(\w+)\.(\w+)$/.exec(written ?? "") ?? [];
  return WEB_API.has(`${family}.${method}`) ? [`${family}.${method}`] : [];
}

function chosenMethods({ expression, argumentExpression: chosen }: ts.ElementAccessExpression): string[] {
  const family = familyOf(dotted(expression));
  if (family === undefined) {
    return [];
  }
  const words = ts.isIdentifier(chosen) ? wordsOf(chosen) : [];
  return words.length > 0 ? words.map((word) => `${family}.${word}`) : [UNREADABLE];
}

/** `client.views[how]`, where `how` is a parameter of the type `"open" | "push"`. */
function wordsOf(identifier: ts.Identifier): string[] {
  for (let node: ts.Node = identifier; node.parent !== undefined; node = node.parent) {
    const parameter = ts.isFunctionLike(node)
      ? node.parameters.find(({ name }) => ts.isIdentifier(name) && name.text === identifier.text)
      : undefined;
    if (parameter?.type !== undefined) {
      const types = ts.isUnionTypeNode(parameter.type) ? parameter.type.types : [parameter.type];
      return types.flatMap((type) =>
        ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [],
      );
    }
  }
  return [];
}

function familyOf(written: string | undefined): string | undefined {
  const [, family] = /\.(\w+)$/.exec(written ?? "") ?? [];
  return family !== undefined && FAMILIES.has(family) ? family : undefined;
}

function methodsBelow(target: object, path: readonly string[]): string[] {
  return Object.entries(target).flatMap(([name, value]): string[] => {
    if (typeof value === "function") {
      return path.length > 0 ? [[...path, name].join(".")] : [];
    }
    const isGroup = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    return isGroup ? methodsBelow(value, [...path, name]) : [];
  });
}
