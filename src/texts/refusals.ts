/** Every business "no", by its code: what is the matter, and what helps. */
export const refusals = {
  en: {
    "refusal.unknown_person":
      "I do not know you yet. Ask your administrator to add you to the people file with this account's e-mail.",
    "refusal.broken":
      "Something went wrong on our side. Nothing you typed is lost. If it happens again, name reference {reference} to your administrator.",
    "refusal.storage_busy": "The database is busy and nothing was stored. Please try again in a moment.",
    "refusal.may.role": "Your role does not include this.",
    "refusal.may.scope": "This belongs to another officer or unit.",
    "refusal.may.four_eyes":
      "Somebody else must decide this: you submitted it, keep the account, or stood in for one who did.",
    "refusal.not_found": "There is nothing with the number {number} that you may see.",
    "refusal.stale": "This has changed since you looked: {what}.",
    "refusal.command.usage": "Please write: {usage}. {problem}",
    "refusal.command.missing_word": "A word is missing.",
    "refusal.command.extra_word": "There are too many words.",
    "refusal.command.unknown": "There is no command “{name}”. Did you mean “{nearest}”?",
  },
  "zh-Hans": {
    "refusal.unknown_person": "系统中还没有您的信息。请联系管理员，用本账号的邮箱把您加入人员名单。",
    "refusal.broken": "系统出错了，您填写的内容没有丢失。如再次出现，请把编号 {reference} 告诉管理员。",
    "refusal.storage_busy": "数据库正忙，本次没有保存任何内容，请稍后再试。",
    "refusal.may.role": "您的岗位没有这项权限。",
    "refusal.may.scope": "这属于其他客户经理或其他机构。",
    "refusal.may.four_eyes": "必须由另一人决定：您是提交人、管户人，或曾代他们办理。",
    "refusal.not_found": "没有您可以查看的编号 {number}。",
    "refusal.stale": "在您查看之后情况已变化：{what}。",
    "refusal.command.usage": "请这样输入：{usage}。{problem}",
    "refusal.command.missing_word": "缺少一个参数。",
    "refusal.command.extra_word": "参数过多。",
    "refusal.command.unknown": "没有“{name}”这个命令。您是不是想用“{nearest}”？",
  },
  "zh-Hant": {
    "refusal.unknown_person": "系統中還沒有您的資料。請聯絡管理員，用本帳號的電子郵件把您加入人員名單。",
    "refusal.broken": "系統出錯了，您填寫的內容沒有遺失。如再次出現，請把編號 {reference} 告訴管理員。",
    "refusal.storage_busy": "資料庫正忙，本次沒有儲存任何內容，請稍後再試。",
    "refusal.may.role": "您的職務沒有這項權限。",
    "refusal.may.scope": "這屬於其他客戶經理或其他機構。",
    "refusal.may.four_eyes": "必須由另一人決定：您是提交人、管戶人，或曾代他們辦理。",
    "refusal.not_found": "沒有您可以檢視的編號 {number}。",
    "refusal.stale": "在您檢視之後情況已變化：{what}。",
    "refusal.command.usage": "請這樣輸入：{usage}。{problem}",
    "refusal.command.missing_word": "缺少一個參數。",
    "refusal.command.extra_word": "參數過多。",
    "refusal.command.unknown": "沒有「{name}」這個命令。您是不是想用「{nearest}」？",
  },
} as const;
