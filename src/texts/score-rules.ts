/** What each metric of a score is and rests on, and what moves a quarter's. */
export const scoreRules = {
  en: {
    "score.unmeasured.not_recorded": "Not recorded: no part of the score",
    "score.unmeasured.nothing_due": "Nothing was due: no part of the score",
    "score.unmeasured.too_few": "Too few to say anything: no part of the score",
    "score.rule_of": "Rule {rule} · source {sources}",
    "score.metric.on_time_rate": "Inspections in time",
    "score.metric.first_pass_rate": "Passed at first review",
    "score.metric.quantification": "Figures with evidence",
    "score.metric.originality": "Own words",
    "score.metric.signal_timeliness": "Signals answered in time",
    "score.metric.self_found_share": "Signals found by oneself",
    "score.metric.measures_done": "Measures done",
    "score.metric.promises_needs": "Promises kept, questions answered",
    "score.metric.housekeeping": "Housekeeping",
    "score.metric.review_on_time": "Reviews in time",
    "score.metric.rechecks_done": "On-site re-checks done",
    "score.metric.recheck_findings": "What re-checks found held",
    "score.metric.overturned": "Overturned later",
    "score.metric.signal_tracking": "Signals tracked",
    "score.metric.unit_on_time_rate": "The book's inspections in time",
    "score.metric.report_to_managers": "Reports to managers",
    "score.rule.on_time_rate":
      "Submitted by the due date, of what was due in the month. A late one costs points, one later than the policy's working days costs more.",
    "score.rule.first_pass_rate": "First reports that the reviewer approved, of those reviewed in the month.",
    "score.rule.quantification":
      "Figures that the checks asked for, given with their day and file where the form wants them.",
    "score.rule.originality":
      "A report that a reviewer sent back as copied costs points. What only looks alike costs nothing.",
    "score.rule.signal_timeliness":
      "Acknowledgements and verifications that fell due, by the clock of the level. A missed red one always costs.",
    "score.rule.self_found_share": "Signals on one's accounts raised by oneself, of all raised in the month.",
    "score.rule.measures_done": "Measures with a result reported by their date, of those due in the month.",
    "score.rule.promises_needs":
      "Promises to customers that were kept, as the reports say, and colleagues' questions about signals answered in the policy's working days, of those that fell due. What a customer asked for elsewhere is not recorded and costs nothing.",
    "score.rule.housekeeping":
      "Each credit rating that lapsed, each document that was due in a customer's file and is not there, and each short overdue after a missed reminder costs a point. A reminder is missed where you were told of the repayment before its day and until then pressed no button of that message, and nobody is recorded to have visited or called the customer.",
    "score.rule.review_on_time":
      "Reports decided within the reviewer's working days, of those whose time ended in the month.",
    "score.rule.rechecks_done": "Re-checks submitted by their date, of those due in the month.",
    "score.rule.recheck_findings": "Re-checks whose report a second person approved, of those decided in the month.",
    "score.rule.overturned":
      "Each report approved by oneself that an audit finding overturned costs points. Not recorded while nobody tells audit findings, nor what a credit approver thinks of a file.",
    "score.rule.signal_tracking": "Plans for the book's signals approved in time, of those due in the month.",
    "score.rule.unit_on_time_rate": "Inspections of the book submitted by their date, of those due in the month.",
    "score.rule.report_to_managers":
      "Managers' questions about signals answered in the policy's working days, of those that fell due. Reports written elsewhere are not recorded.",
    "score.metric.shared": "Shared part",
    "score.quality": "Quality outcome of the quarter",
    "score.quality.rule":
      "The accounts you kept, at the quarter's end or on the last day you kept them: what share of the balances is past due, and what share of those that were performing at its beginning became non-performing, each against the policy's budget. An account that came to you in the quarter counts from that day.",
    "score.quality.not_counted": "not counted",
    "score.quality.no_budget.overdue":
      "{percent, number} % of the balances is past due. The policy has no budget for this quarter, so it is not counted.",
    "score.quality.no_budget.npl_migration":
      "{percent, number} % of what was performing became non-performing. The policy has no budget for this quarter, so it is not counted.",
    "score.quality.nothing_held.overdue": "No balance was kept in the quarter, so overdue is not counted.",
    "score.quality.nothing_held.npl_migration":
      "No performing loan was kept from the beginning of the quarter, so migration is not counted.",
    "score.quality.unit":
      "Quality outcome: {points} points, the mean of {people, plural, one {# account manager} other {# account managers}} by what they answer for",
    "score.quality.unit_not_counted":
      "The quality outcome (overdue and migration against the budget) is not counted: the policy has no budget for this quarter, or there are too many people to count while you wait.",
    "score.unit_rule": "The unit's score is the mean of its account managers by what they answer for.",
  },
  "zh-Hans": {
    "score.unmeasured.not_recorded": "尚无记录：不计入得分",
    "score.unmeasured.nothing_due": "无应办事项：不计入得分",
    "score.unmeasured.too_few": "数量过少，不足以衡量：不计入得分",
    "score.rule_of": "规则 {rule} · 来源 {sources}",
    "score.metric.on_time_rate": "检查按期率",
    "score.metric.first_pass_rate": "一次复核通过率",
    "score.metric.quantification": "量化程度",
    "score.metric.originality": "报告原创性",
    "score.metric.signal_timeliness": "信号响应及时率",
    "score.metric.self_found_share": "自主发现占比",
    "score.metric.measures_done": "措施落实率",
    "score.metric.promises_needs": "承诺兑现、询问答复率",
    "score.metric.housekeeping": "基础管理",
    "score.metric.review_on_time": "复核及时率",
    "score.metric.rechecks_done": "现场复查完成率",
    "score.metric.recheck_findings": "复查结论成立率",
    "score.metric.overturned": "事后被推翻",
    "score.metric.signal_tracking": "信号跟踪",
    "score.metric.unit_on_time_rate": "所辖检查按期率",
    "score.metric.report_to_managers": "向管理层报告",
    "score.rule.on_time_rate": "当月到期的检查中按期提交的部分。逾期扣分，超过规定工作日的扣分更多。",
    "score.rule.first_pass_rate": "当月复核的首次报告中一次通过的部分。",
    "score.rule.quantification": "检查要求填写的数值中，已填写并按要求注明日期和附件的部分。",
    "score.rule.originality": "被复核人以雷同为由退回的报告扣分；仅相似而未经确认的不扣分。",
    "score.rule.signal_timeliness": "当月到期的确认和核实，按信号级别的时限计算。红色信号逾期一律扣分。",
    "score.rule.self_found_share": "所管客户当月信号中由本人首先发现的部分。",
    "score.rule.measures_done": "当月到期的措施中按期报告结果的部分。",
    "score.rule.promises_needs":
      "按报告所载到期承诺的兑现情况，以及同事就信号提出的询问是否在规定工作日内答复。客户在系统外提出的需求尚无记录，不扣分。",
    "score.rule.housekeeping":
      "每一项中断的信用评级、每一份应归档而未归档的文件，以及每一次漏提醒后的短期逾期，各扣一分。漏提醒是指：还款日之前已向您提示，而至还款日您未操作该消息的任何按钮，也没有任何走访或联系客户的记录。",
    "score.rule.review_on_time": "当月到期的复核中在规定工作日内完成的部分。",
    "score.rule.rechecks_done": "当月到期的现场复查中按期提交的部分。",
    "score.rule.recheck_findings": "当月审定的复查报告中经第二人通过的部分。",
    "score.rule.overturned":
      "本人通过的报告每被审计发现推翻一份即扣分。未接入审计发现时视为尚无记录；审批人的评价尚无记录。",
    "score.rule.signal_tracking": "所辖信号中当月到期的处置方案按时批准的部分。",
    "score.rule.unit_on_time_rate": "所辖机构当月到期的检查中按期提交的部分。",
    "score.rule.report_to_managers":
      "管理人员就信号提出的询问中，到期且在规定工作日内答复的部分。系统外提交的报告尚无记录。",
    "score.metric.shared": "共享部分",
    "score.quality": "季度质量结果",
    "score.quality.rule":
      "按您在本季度管户的账户（季末，或不再管户之日）计算：余额中逾期的占比，以及期初正常类贷款中变为不良的占比，分别与制度预算对照。季度中接手的账户自接手之日起算。",
    "score.quality.not_counted": "未计分",
    "score.quality.no_budget.overdue": "余额中 {percent, number}% 逾期。制度中没有本季度的预算，故不计分。",
    "score.quality.no_budget.npl_migration":
      "期初正常的余额中 {percent, number}% 变为不良。制度中没有本季度的预算，故不计分。",
    "score.quality.nothing_held.overdue": "本季度没有管户余额，逾期占比不计分。",
    "score.quality.nothing_held.npl_migration": "季初没有管户的正常贷款，迁徙率不计分。",
    "score.quality.unit": "季度质量结果：{points} 分（{people, number} 名客户经理按所管余额加权平均）",
    "score.quality.unit_not_counted":
      "季度质量结果（逾期和迁徙率对照预算）未计分：制度中没有本季度的预算，或人数过多无法即时计算。",
    "score.unit_rule": "机构得分为各客户经理得分按所管余额加权的平均值。",
  },
  "zh-Hant": {
    "score.unmeasured.not_recorded": "尚無記錄：不計入得分",
    "score.unmeasured.nothing_due": "無應辦事項：不計入得分",
    "score.unmeasured.too_few": "數量過少，不足以衡量：不計入得分",
    "score.rule_of": "規則 {rule} · 來源 {sources}",
    "score.metric.on_time_rate": "檢查按期率",
    "score.metric.first_pass_rate": "一次覆核通過率",
    "score.metric.quantification": "量化程度",
    "score.metric.originality": "報告原創性",
    "score.metric.signal_timeliness": "訊號回應及時率",
    "score.metric.self_found_share": "自主發現佔比",
    "score.metric.measures_done": "措施落實率",
    "score.metric.promises_needs": "承諾兌現、詢問答覆率",
    "score.metric.housekeeping": "基礎管理",
    "score.metric.review_on_time": "覆核及時率",
    "score.metric.rechecks_done": "現場複查完成率",
    "score.metric.recheck_findings": "複查結論成立率",
    "score.metric.overturned": "事後被推翻",
    "score.metric.signal_tracking": "訊號跟蹤",
    "score.metric.unit_on_time_rate": "所轄檢查按期率",
    "score.metric.report_to_managers": "向管理層報告",
    "score.rule.on_time_rate": "當月到期的檢查中按期提交的部分。逾期扣分，超過規定工作日的扣分更多。",
    "score.rule.first_pass_rate": "當月覆核的首次報告中一次通過的部分。",
    "score.rule.quantification": "檢查要求填寫的數值中，已填寫並按要求註明日期和附件的部分。",
    "score.rule.originality": "被覆核人以雷同為由退回的報告扣分；僅相似而未經確認的不扣分。",
    "score.rule.signal_timeliness": "當月到期的確認和核實，按訊號級別的時限計算。紅色訊號逾期一律扣分。",
    "score.rule.self_found_share": "所管客戶當月訊號中由本人首先發現的部分。",
    "score.rule.measures_done": "當月到期的措施中按期報告結果的部分。",
    "score.rule.promises_needs":
      "按報告所載到期承諾的兌現情況，以及同事就訊號提出的詢問是否在規定工作日內答覆。客戶在系統外提出的需求尚無記錄，不扣分。",
    "score.rule.housekeeping":
      "每一項中斷的信用評級、每一份應歸檔而未歸檔的文件，以及每一次漏提醒後的短期逾期，各扣一分。漏提醒是指：還款日之前已向您提示，而至還款日您未操作該訊息的任何按鈕，也沒有任何走訪或聯絡客戶的紀錄。",
    "score.rule.review_on_time": "當月到期的覆核中在規定工作日內完成的部分。",
    "score.rule.rechecks_done": "當月到期的現場複查中按期提交的部分。",
    "score.rule.recheck_findings": "當月審定的複查報告中經第二人通過的部分。",
    "score.rule.overturned":
      "本人通過的報告每被審計發現推翻一份即扣分。未接入審計發現時視為尚無記錄；審批人的評價尚無記錄。",
    "score.rule.signal_tracking": "所轄訊號中當月到期的處置方案按時批准的部分。",
    "score.rule.unit_on_time_rate": "所轄機構當月到期的檢查中按期提交的部分。",
    "score.rule.report_to_managers":
      "管理人員就訊號提出的詢問中，到期且在規定工作日內答覆的部分。系統外提交的報告尚無記錄。",
    "score.metric.shared": "共享部分",
    "score.quality": "季度品質結果",
    "score.quality.rule":
      "按您在本季度管戶的帳戶（季末，或不再管戶之日）計算：餘額中逾期的佔比，以及期初正常類貸款中變為不良的佔比，分別與制度預算對照。季度中接手的帳戶自接手之日起算。",
    "score.quality.not_counted": "未計分",
    "score.quality.no_budget.overdue": "餘額中 {percent, number}% 逾期。制度中沒有本季度的預算，故不計分。",
    "score.quality.no_budget.npl_migration":
      "期初正常的餘額中 {percent, number}% 變為不良。制度中沒有本季度的預算，故不計分。",
    "score.quality.nothing_held.overdue": "本季度沒有管戶餘額，逾期佔比不計分。",
    "score.quality.nothing_held.npl_migration": "季初沒有管戶的正常貸款，遷徙率不計分。",
    "score.quality.unit": "季度品質結果：{points} 分（{people, number} 名客戶經理按所管餘額加權平均）",
    "score.quality.unit_not_counted":
      "季度品質結果（逾期和遷徙率對照預算）未計分：制度中沒有本季度的預算，或人數過多無法即時計算。",
    "score.unit_rule": "機構得分為各客戶經理得分按所管餘額加權的平均值。",
  },
} as const;
