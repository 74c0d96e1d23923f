/** Copies of the record, and putting one back. */
export const backups = {
  en: {
    "command.backup.summary": "Copy the whole record into a file, beside a running desk",
    "command.restore.summary": "Put a backup in the place of the record; the desk must be stopped",
    "backup.done": "The record was copied to {file}.",
    "backup.head": "Head of the audit log: {head}",
    "backup.evidence":
      "Evidence: {count, plural, one {# file} other {# files}} in {folder}. Copy this folder too; its files never change.",
    "backup.missing":
      "{count, plural, one {# evidence file that the record names is} other {# evidence files that the record names are}} not in the folder.",
    "backup.manifest": "Keep {file} beside the copy: a restore needs it.",
    "restore.done": "The record stands as it was at {moment}.",
    "restore.uncertain":
      "{count, plural, one {# message is} other {# messages are}} looked up in Slack before anything is sent; so is whatever is promised again for the days since.",
    "restore.kept": "What stood there before is kept as {file}.",
    "refusal.backup.postgres":
      'On PostgreSQL use its own tool: pg_dump --format=custom --file={file} "$DATABASE_URL". It can run beside the desk. Note the moment before you begin.',
    "refusal.backup.postgres_restore":
      'On PostgreSQL stop every desk, run pg_restore --clean --if-exists --dbname="$DATABASE_URL" {file}, and then: npm run afterloan -- restore --taken-at MOMENT, with the moment before pg_dump began. Without that last step messages may be sent twice.',
    "refusal.backup.exists": "{file} exists already. Name a new file: a backup overwrites nothing.",
    "refusal.backup.audit_broken":
      "The copy {file} was written, but its audit log does not hold: run audit verify. It was not given a manifest.",
    "refusal.backup.no_backup": "{file} is no backup, or {file}.json is not beside it.",
    "refusal.backup.changed": "{file} is not what {file}.json says: it was changed or cut short. Nothing was restored.",
    "refusal.backup.running": "A desk runs on this database. Stop it first; nothing was restored.",
    "refusal.backup.bad_moment": "“{file}” is no moment. Write it like 2026-03-02T08:59:00+08:00.",
  },
  "zh-Hans": {
    "command.backup.summary": "把全部记录复制到一个文件，工作台可继续运行",
    "command.restore.summary": "用备份替换现有记录；须先停止工作台",
    "backup.done": "记录已复制到 {file}。",
    "backup.head": "审计日志的链头：{head}",
    "backup.evidence": "证据：{folder} 中有 {count} 个文件。请一并复制该文件夹，其中的文件不会改变。",
    "backup.missing": "记录中提到的 {count} 个证据文件不在文件夹中。",
    "backup.manifest": "请把 {file} 与副本放在一起，恢复时需要。",
    "restore.done": "记录已恢复到 {moment} 时的状态。",
    "restore.uncertain": "{count} 条消息将先在 Slack 中查证再发送；此后各日重新产生的消息也是如此。",
    "restore.kept": "原有记录保存为 {file}。",
    "refusal.backup.postgres":
      'PostgreSQL 请使用自带工具：pg_dump --format=custom --file={file} "$DATABASE_URL"。可与工作台同时运行。开始前请记下时间。',
    "refusal.backup.postgres_restore":
      'PostgreSQL 请先停止所有工作台，运行 pg_restore --clean --if-exists --dbname="$DATABASE_URL" {file}，再运行：npm run afterloan -- restore --taken-at MOMENT，时间为 pg_dump 开始之前。缺少最后一步，消息可能重复发送。',
    "refusal.backup.exists": "{file} 已存在。请换一个文件名，备份不会覆盖任何文件。",
    "refusal.backup.audit_broken": "副本 {file} 已写出，但其审计日志不完整，请运行 audit verify。未生成清单。",
    "refusal.backup.no_backup": "{file} 不是备份，或旁边没有 {file}.json。",
    "refusal.backup.changed": "{file} 与 {file}.json 不符：被改动或不完整。没有恢复任何内容。",
    "refusal.backup.running": "有工作台正在使用这个数据库，请先停止。没有恢复任何内容。",
    "refusal.backup.bad_moment": "“{file}”不是时间。请写成 2026-03-02T08:59:00+08:00。",
  },
  "zh-Hant": {
    "command.backup.summary": "把全部紀錄複製到一個檔案，工作台可繼續執行",
    "command.restore.summary": "用備份取代現有紀錄；須先停止工作台",
    "backup.done": "紀錄已複製到 {file}。",
    "backup.head": "稽核日誌的鏈頭：{head}",
    "backup.evidence": "證據：{folder} 中有 {count} 個檔案。請一併複製該資料夾，其中的檔案不會改變。",
    "backup.missing": "紀錄中提到的 {count} 個證據檔案不在資料夾中。",
    "backup.manifest": "請把 {file} 與副本放在一起，還原時需要。",
    "restore.done": "紀錄已還原到 {moment} 時的狀態。",
    "restore.uncertain": "{count} 則訊息將先在 Slack 中查證再傳送；此後各日重新產生的訊息也是如此。",
    "restore.kept": "原有紀錄保存為 {file}。",
    "refusal.backup.postgres":
      'PostgreSQL 請使用自帶工具：pg_dump --format=custom --file={file} "$DATABASE_URL"。可與工作台同時執行。開始前請記下時間。',
    "refusal.backup.postgres_restore":
      'PostgreSQL 請先停止所有工作台，執行 pg_restore --clean --if-exists --dbname="$DATABASE_URL" {file}，再執行：npm run afterloan -- restore --taken-at MOMENT，時間為 pg_dump 開始之前。缺少最後一步，訊息可能重複傳送。',
    "refusal.backup.exists": "{file} 已存在。請換一個檔名，備份不會覆寫任何檔案。",
    "refusal.backup.audit_broken": "副本 {file} 已寫出，但其稽核日誌不完整，請執行 audit verify。未產生清單。",
    "refusal.backup.no_backup": "{file} 不是備份，或旁邊沒有 {file}.json。",
    "refusal.backup.changed": "{file} 與 {file}.json 不符：被改動或不完整。沒有還原任何內容。",
    "refusal.backup.running": "有工作台正在使用這個資料庫，請先停止。沒有還原任何內容。",
    "refusal.backup.bad_moment": "「{file}」不是時間。請寫成 2026-03-02T08:59:00+08:00。",
  },
} as const;
