/** What stands above the conversation with the bot where there is no Slack: how to begin. */
export const demonstration = {
  en: {
    "demonstration.what": "This is a local demonstration: invented people, invented customers, no Slack.",
    "demonstration.own_book": "This is a local demonstration with the book that was imported; no Slack.",
    "demonstration.own_check":
      "As an officer, press “Start check” on a line, fill it in and submit it. Then act as a reviewer of that unit or the one above.",
    "demonstration.morning":
      "Press “Next morning” above: everybody's work of the day arrives in their conversation with afterloan. Whom you act as stands beside it.",
    "demonstration.check":
      "As an officer, such as Li Wen, press “Start check” on a line, fill it in and submit it. Then act as the reviewer Wang Ping, open the report, and return or approve it.",
    "demonstration.help": "Type /postloan help for everything else.",
  },
  "zh-Hans": {
    "demonstration.what": "这是本地演示：人物和客户均为虚构，不连接 Slack。",
    "demonstration.own_book": "这是本地演示，使用已导入的台账，不连接 Slack。",
    "demonstration.own_check":
      "以客户经理的身份点击某一行的“开始检查”，填写并提交；再以该机构或上级机构复核人的身份处理。",
    "demonstration.morning":
      "点击上方的“下一个早晨”，每个人当天的工作会出现在其与 afterloan 的会话中。旁边可以选择您以谁的身份操作。",
    "demonstration.check":
      "以客户经理（如李雯）的身份点击某一行的“开始检查”，填写并提交；再以复核人王平的身份打开报告，退回或通过。",
    "demonstration.help": "其他功能请输入 /postloan help。",
  },
  "zh-Hant": {
    "demonstration.what": "這是本機示範：人物和客戶均為虛構，不連線 Slack。",
    "demonstration.own_book": "這是本機示範，使用已匯入的帳冊，不連線 Slack。",
    "demonstration.own_check":
      "以客戶經理的身分點選某一行的「開始檢查」，填寫並提交；再以該機構或上級機構覆核人的身分處理。",
    "demonstration.morning":
      "點選上方的「下一個早晨」，每個人當天的工作會出現在其與 afterloan 的對話中。旁邊可以選擇您以誰的身分操作。",
    "demonstration.check":
      "以客戶經理（如李雯）的身分點選某一行的「開始檢查」，填寫並提交；再以覆核人王平的身分開啟報告，退回或通過。",
    "demonstration.help": "其他功能請輸入 /postloan help。",
  },
} as const;
