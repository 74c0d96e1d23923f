/** What to do about what the doctor found. A warning or a fault without a remedy does not compile. */
export const doctorRemedies = {
  en: {
    "doctor.remedy.check.broken": "Run doctor again; if it stays, mend the other faults first and report this one.",
    "doctor.remedy.settings.proxy_unread":
      "Where Slack is reached through a proxy, set HTTPS_PROXY; otherwise nothing is to be done.",
    "doctor.remedy.settings.problem": "{remedy}",
    "doctor.remedy.policy.unreadable":
      "Give AFTERLOAN_POLICY the path of a file that this user may read, or leave it out for the shipped policy.",
    "doctor.remedy.policy.invalid": "Mend the file there and run doctor again; the desk does not start before.",
    "doctor.remedy.policy.legal_review":
      "Let compliance read each rule marked needs_legal_review in {file} in the original, and take the mark away.",
    "doctor.remedy.calendar.ends_soon":
      "Later dates are planned on weekends only, marked provisional, and planned again by themselves. When next year is announced, install a newer afterloan (for cn: npm install chinese-days@latest) or extend the file in policy/calendars.",
    "doctor.remedy.calendar.ended":
      "Install a newer afterloan (for cn: npm install chinese-days@latest), or extend the file in policy/calendars, and start the desk again.",
    "doctor.remedy.calendar.unsound": "Mend the file there; the desk does not start before.",
    "doctor.remedy.disk.low": "Make room, or move the data folder: AFTERLOAN_DATA_DIR, AFTERLOAN_EVIDENCE.",
    "doctor.remedy.disk.full": "Make room now: remove old files *.before-* beside the database, or enlarge the disk.",
    "doctor.remedy.evidence.not_writable":
      "Give the user that runs the desk the right to write there, or set AFTERLOAN_EVIDENCE to another folder.",
    "doctor.remedy.pages.unasked":
      "Put a policy with documents: link forward and adopt it, or take AFTERLOAN_PAGES and AFTERLOAN_PAGES_URL out.",
    "doctor.remedy.pages.missing":
      "Set AFTERLOAN_PAGES (the port that the proxy forwards to) and AFTERLOAN_PAGES_URL (the https:// address that people's browsers reach); docs/operator.md, “Files by pages of your own”.",
    "doctor.remedy.pages.only_here":
      "Set AFTERLOAN_PAGES_URL to an https:// address of a proxy that every officer's browser reaches.",
    "doctor.remedy.pages.not_served": "Start the desk, and run doctor again while it runs.",
    "doctor.remedy.pages.taken":
      "Set AFTERLOAN_PAGES to a free port and forward to that one, or stop the other program.",
    "doctor.remedy.pages.elsewhere":
      "Let the proxy pass {address} on to {port}, with whatever path follows, and without a login page of its own.",
    "doctor.remedy.pages.unreached":
      "Mend the name, the firewall or the certificate of {address} (an issuer of your own: NODE_EXTRA_CA_CERTS). Where only this machine may not reach it, open it in a browser: “There is no such page” means that all is well.",
    "doctor.remedy.facts.any_port": "Give AFTERLOAN_FACTS a port of its own, such as 9480, and tell the senders.",
    "doctor.remedy.facts.unencrypted":
      "Name AFTERLOAN_FACTS=PORT alone and put a proxy with TLS in front, or let the firewall pass only a proxy that encrypts.",
    "doctor.remedy.facts.not_served": "Start the desk, and run doctor again while it runs.",
    "doctor.remedy.facts.taken": "Set AFTERLOAN_FACTS to a free port and tell the senders, or stop the other program.",
    "doctor.remedy.port.taken": "Set PORT to a free one, or stop the other program (ss -ltnp shows which it is).",
    "doctor.remedy.port.forbidden": "Set PORT to one above 1023, and let your proxy pass 443 on to it.",
    "doctor.remedy.desk.runs":
      "Nothing, if that is yours: commands work beside it. A second desk on one file is refused; stop process {pid} first, or use PostgreSQL for several.",
    "doctor.remedy.database.absent": "Nothing: the first import, or the first start, makes it. See docs/setup.md.",
    "doctor.remedy.database.not_reachable":
      "Start the database server, or mend host and port in DATABASE_URL; let the firewall pass.",
    "doctor.remedy.database.refused_login": "Mend user and password in DATABASE_URL; encode characters like @ and /.",
    "doctor.remedy.database.no_such_database":
      "Create the database first (createdb), or mend its name in DATABASE_URL.",
    "doctor.remedy.database.locked":
      "Close the program that holds it (fuser shows which: a database browser, a copy under way), then run doctor again.",
    "doctor.remedy.database.not_a_database":
      "Mend DATABASE_URL if it names the wrong file; else stop the desk and put the last backup in its place.",
    "doctor.remedy.database.not_writable":
      "Give the user that runs the desk the right to write the file and its folder; SQLite makes files beside it.",
    "doctor.remedy.database.other": "Set LOG_LEVEL=debug and start the desk: the log names the reason.",
    "doctor.remedy.data_files.readable":
      "chmod 600 it and the files beside it, and start the desk with umask 077: customers are in it.",
    "doctor.remedy.schema.pending":
      "Start the desk or run any other command: it applies them, and copies SQLite’s file before. Back PostgreSQL up first.",
    "doctor.remedy.schema.newer": "Run the newer release; this one does not understand these tables.",
    "doctor.remedy.schema.guards":
      "Start the desk once: it lays them down again. Then find out who took them away, and run: npm run afterloan -- audit verify",
    "doctor.remedy.audit.broken":
      "Stop the desk, keep a copy of the database as it is, tell compliance, and run: npm run afterloan -- audit verify",
    "doctor.remedy.totals.differ": "Look at them, then write the missing changes: npm run afterloan -- recount --mend",
    "doctor.remedy.business_clock.moved": "Set it right: npm run afterloan -- clock now",
    "doctor.remedy.units.none": "npm run afterloan -- import-units FILE; the columns are in docs/import.md.",
    "doctor.remedy.units.time_zone": "Write a name like Asia/Shanghai into the units file and import it again.",
    "doctor.remedy.units.calendar":
      "Write one of {known} into the units file and import it again, or add policy/calendars/{id}.yml.",
    "doctor.remedy.roles.administrator": "Give somebody the role administrator in the people file and import it again.",
    "doctor.remedy.roles.post_loan_officer":
      "Give somebody the role post_loan_officer in the people file, in each unit or one above, and import it again.",
    "doctor.remedy.roles.unit_manager": "Give somebody the role unit_manager in the people file and import it again.",
    "doctor.remedy.unsent.late":
      "Start the desk if none runs; if one does, read its log: Slack may have asked it to wait.",
    "doctor.remedy.unsent.stuck":
      "Start the desk if none runs. If one does, mend the faults above and read its log: nothing was lost, it is sent as soon as it can be.",
    "doctor.remedy.unsent.uncertain":
      "Let the desk run: it looks each one up in Slack before it would say it again. That needs im:history.",
    "doctor.remedy.unsent.dead": "Mend the accounts or conversations named below; what has passed is in the record.",
    "doctor.remedy.reach.no_address":
      "Mend the machine’s DNS. Where only a proxy may reach the internet, name it in HTTPS_PROXY and start again.",
    "doctor.remedy.reach.closed":
      "Let the firewall pass outgoing connections to slack.com, files.slack.com and wss-primary.slack.com on port 443, or name the proxy that may reach them in HTTPS_PROXY.",
    "doctor.remedy.reach.proxy_silent":
      "Mend HTTPS_PROXY, or let the firewall pass this machine to the proxy. A name that is reached without the proxy belongs into NO_PROXY.",
    "doctor.remedy.reach.proxy_refuses":
      "Mend user and password in HTTPS_PROXY, or have the proxy pass slack.com, files.slack.com and wss-primary.slack.com on port 443.",
    "doctor.remedy.reach.certificate":
      "Something on the way opens TLS, mostly the bank’s own inspection. Put its root certificate into a PEM file and start with NODE_EXTRA_CA_CERTS=/path/of/it.pem. Do not switch the check off.",
    "doctor.remedy.reach.certificate_date": "Set this machine’s date; if it is right, the certificate must be renewed.",
    "doctor.remedy.reach.proxy_page":
      "Mend SLACK_API_URL, or let the proxy pass this machine’s requests to Slack unchanged.",
    "doctor.remedy.token.no_answer": "Run doctor again; if it stays, look at the way to Slack.",
    "doctor.remedy.token.not_bot":
      "Copy the Bot User OAuth Token (xoxb-) from api.slack.com/apps, OAuth & Permissions, into SLACK_BOT_TOKEN.",
    "doctor.remedy.token.invalid":
      "Copy the Bot User OAuth Token anew from api.slack.com/apps, OAuth & Permissions, into SLACK_BOT_TOKEN, and start again.",
    "doctor.remedy.token.revoked":
      "Install the app again (api.slack.com/apps, Install App), put the new token into SLACK_BOT_TOKEN, and start again.",
    "doctor.remedy.token.other":
      "Look the word up at docs.slack.dev under auth.test; ask the workspace’s administrators.",
    "doctor.remedy.app_token.no_scope":
      "Make a token with connections:write (api.slack.com/apps, Basic Information, App-Level Tokens): SLACK_APP_TOKEN.",
    "doctor.remedy.app_token.invalid":
      "Copy it anew, or make another with connections:write (Basic Information, App-Level Tokens): SLACK_APP_TOKEN.",
    "doctor.remedy.app_token.other": "Switch Socket Mode on (api.slack.com/apps, Socket Mode), then run doctor again.",
    "doctor.remedy.scopes.unknown": "Nothing at Slack itself; another server should send the header x-oauth-scopes.",
    "doctor.remedy.scopes.missing":
      "Paste manifest.yml anew (api.slack.com/apps, App Manifest) and press Reinstall; docs/scopes.md says what each is for.",
    "doctor.remedy.scopes.more":
      "Take them away (OAuth & Permissions) and press Reinstall: the app works without them.",
    "doctor.remedy.clock_skew.some": "Switch time synchronisation on (timedatectl set-ntp true, or chrony).",
    "doctor.remedy.clock_skew.far":
      "Switch time synchronisation on (timedatectl set-ntp true, or chrony). From 300 s on, Slack’s requests over HTTP are refused.",
    "doctor.remedy.team.other":
      "Use the token of that workspace, or another database: a test workspace belongs to a test database.",
    "doctor.remedy.people.none": "npm run afterloan -- import-people FILE; the columns are in docs/import.md.",
    "doctor.remedy.people.unlisted": "Look at the permissions above: users:read is needed. If Slack asks to wait, do.",
    "doctor.remedy.people.no_account":
      "Invite them to the workspace, or write the e-mail of their Slack account into the people file and import it again.",
    "doctor.remedy.people.closed":
      "Have the account opened again, or enter their last day at work in the people file and import it again.",
    "doctor.remedy.people.ambiguous": "Have the workspace’s administrators close all but one.",
    "doctor.remedy.people.account_of_another": "Mend the e-mails in the people file, import it again, start the desk.",
    "doctor.remedy.people.no_role": "Give them a role in the people file and import it again.",
    "doctor.remedy.conversations.lost":
      "Invite the app to a channel (/invite @afterloan). A person opens the app once: Apps, afterloan, Messages.",
  },
  "zh-Hans": {
    "doctor.remedy.check.broken": "请再运行一次 doctor；如果仍然出现，先处理其他故障，再报告此项。",
    "doctor.remedy.settings.proxy_unread": "如果须经代理访问 Slack，请设置 HTTPS_PROXY；否则无需处理。",
    "doctor.remedy.settings.problem": "{remedy}",
    "doctor.remedy.policy.unreadable": "把 AFTERLOAN_POLICY 设为本用户可读的文件路径；不设则使用自带的制度文件。",
    "doctor.remedy.policy.invalid": "请在该处修改文件后再运行 doctor；修好之前工作台不会启动。",
    "doctor.remedy.policy.legal_review":
      "请合规部门逐条核对 {file} 中标有 needs_legal_review 的规则原文，核对后去掉标记。",
    "doctor.remedy.calendar.ends_soon":
      "之后的日期只按周末推算，标为暂定，数据更新后会自动重排。次年安排公布后，请安装新版 afterloan（cn 日历：npm install chinese-days@latest），或补充 policy/calendars 中的文件。",
    "doctor.remedy.calendar.ended":
      "请安装新版 afterloan（cn 日历：npm install chinese-days@latest），或补充 policy/calendars 中的文件，然后重新启动。",
    "doctor.remedy.calendar.unsound": "请在该处修改文件；修好之前工作台不会启动。",
    "doctor.remedy.disk.low": "请清理空间，或移动数据目录：AFTERLOAN_DATA_DIR、AFTERLOAN_EVIDENCE。",
    "doctor.remedy.disk.full": "请立即清理空间：删除数据库旁旧的 *.before-* 文件，或扩大磁盘。",
    "doctor.remedy.evidence.not_writable": "请给运行工作台的用户写入权限，或把 AFTERLOAN_EVIDENCE 设为其他目录。",
    "doctor.remedy.pages.unasked":
      "请提出并批准一份写有 documents: link 的制度，或去掉 AFTERLOAN_PAGES 和 AFTERLOAN_PAGES_URL。",
    "doctor.remedy.pages.missing":
      "请设置 AFTERLOAN_PAGES（前置代理转发到的端口）和 AFTERLOAN_PAGES_URL（员工浏览器能打开的 https:// 地址）；见 docs/operator.md “Files by pages of your own”。",
    "doctor.remedy.pages.only_here": "请把 AFTERLOAN_PAGES_URL 设为客户经理的浏览器都能打开的代理的 https:// 地址。",
    "doctor.remedy.pages.not_served": "请启动工作台，并在其运行时再运行 doctor。",
    "doctor.remedy.pages.taken": "请把 AFTERLOAN_PAGES 设为空闲端口并让代理转发到该端口，或停止占用的程序。",
    "doctor.remedy.pages.elsewhere": "请让代理把 {address} 及其后的路径原样转到 {port}，中间不要加登录页。",
    "doctor.remedy.pages.unreached":
      "请检查 {address} 的域名、防火墙和证书（自有签发机构请设置 NODE_EXTRA_CA_CERTS）。若只是本机不许访问，请用浏览器打开：显示“没有这个页面”即为正常。",
    "doctor.remedy.facts.any_port": "请给 AFTERLOAN_FACTS 一个固定端口，例如 9480，并告知推送方。",
    "doctor.remedy.facts.unencrypted":
      "请只写 AFTERLOAN_FACTS=端口，并在前面放一个带 TLS 的代理；或让防火墙只放行会加密的代理。",
    "doctor.remedy.facts.not_served": "请启动工作台，并在其运行时再运行 doctor。",
    "doctor.remedy.facts.taken": "请把 AFTERLOAN_FACTS 设为空闲端口并告知推送方，或停止占用的程序。",
    "doctor.remedy.port.taken": "把 PORT 设为空闲端口，或停止占用的程序（用 ss -ltnp 查看）。",
    "doctor.remedy.port.forbidden": "把 PORT 设为 1023 以上的端口，由反向代理把 443 转到它。",
    "doctor.remedy.desk.runs":
      "如果就是您的工作台，无需处理，命令可以同时使用。同一文件上不能运行第二个工作台：请先停止进程 {pid}，或改用 PostgreSQL。",
    "doctor.remedy.database.absent": "无需处理：第一次导入或启动时会建立。参见 docs/zh-Hans/setup.md。",
    "doctor.remedy.database.not_reachable": "请启动数据库服务器，或修改 DATABASE_URL 中的主机和端口，并放行防火墙。",
    "doctor.remedy.database.refused_login": "请修改 DATABASE_URL 中的用户名和密码；@、/ 等字符需要编码。",
    "doctor.remedy.database.no_such_database": "请先建立数据库（createdb），或修改 DATABASE_URL 中的名称。",
    "doctor.remedy.database.locked":
      "请关闭占用它的程序（用 fuser 查看，如数据库浏览器或正在进行的复制），再运行 doctor。",
    "doctor.remedy.database.not_a_database": "如果 DATABASE_URL 指错了文件，请改正；否则停止工作台，用最近的备份替换。",
    "doctor.remedy.database.not_writable": "请给运行工作台的用户写入该文件及其目录的权限；SQLite 会在旁边生成文件。",
    "doctor.remedy.database.other": "设置 LOG_LEVEL=debug 后启动工作台，日志会说明原因。",
    "doctor.remedy.data_files.readable":
      "请对它和旁边的文件执行 chmod 600，并以 umask 077 启动工作台：其中有客户数据。",
    "doctor.remedy.schema.pending":
      "启动工作台或运行任一其他命令即会执行，SQLite 文件会先复制一份；PostgreSQL 请先自行备份。",
    "doctor.remedy.schema.newer": "请运行更新的版本；当前版本不认识这些数据表。",
    "doctor.remedy.schema.guards":
      "请启动一次工作台，防护会重新建立。然后查明是谁删除的，并运行：npm run afterloan -- audit verify",
    "doctor.remedy.audit.broken":
      "请停止工作台，原样保留一份数据库，通知合规部门，并运行：npm run afterloan -- audit verify",
    "doctor.remedy.totals.differ": "请先查看，再补记缺少的变动：npm run afterloan -- recount --mend",
    "doctor.remedy.business_clock.moved": "请恢复：npm run afterloan -- clock now",
    "doctor.remedy.units.none": "npm run afterloan -- import-units 文件；各列说明见 docs/import.md。",
    "doctor.remedy.units.time_zone": "请在机构文件中写成 Asia/Shanghai 这样的名称，并重新导入。",
    "doctor.remedy.units.calendar": "请在机构文件中写成 {known} 之一并重新导入，或增加 policy/calendars/{id}.yml。",
    "doctor.remedy.roles.administrator": "请在人员文件中给某人 administrator 岗位，并重新导入。",
    "doctor.remedy.roles.post_loan_officer":
      "请在人员文件中给每个机构或其上级机构的某人 post_loan_officer 岗位，并重新导入。",
    "doctor.remedy.roles.unit_manager": "请在人员文件中给某人 unit_manager 岗位，并重新导入。",
    "doctor.remedy.unsent.late": "如果没有工作台在运行，请启动；如果在运行，请查看日志：可能是 Slack 要求等待。",
    "doctor.remedy.unsent.stuck":
      "如果没有工作台在运行，请启动。如果在运行，请先处理其他故障并查看日志：消息没有丢失，恢复后即发送。",
    "doctor.remedy.unsent.uncertain": "让工作台运行即可：再次发送之前会先到 Slack 逐条查找，这需要 im:history 权限。",
    "doctor.remedy.unsent.dead": "请处理下面列出的账号或会话；已经发生的情况均有记录。",
    "doctor.remedy.reach.no_address":
      "请修复本机的 DNS。如果只允许通过代理上网，请在 HTTPS_PROXY 中填写代理地址，然后重新启动。",
    "doctor.remedy.reach.closed":
      "请在防火墙放行到 slack.com、files.slack.com 和 wss-primary.slack.com 443 端口的出站连接，或在 HTTPS_PROXY 中填写可以访问它们的代理。",
    "doctor.remedy.reach.proxy_silent":
      "请修改 HTTPS_PROXY，或在防火墙放行本机到代理的连接。不经代理访问的名称请写入 NO_PROXY。",
    "doctor.remedy.reach.proxy_refuses":
      "请修改 HTTPS_PROXY 中的用户名和密码，或请代理放行 slack.com、files.slack.com 和 wss-primary.slack.com 的 443 端口。",
    "doctor.remedy.reach.certificate":
      "途中有设备拆开了 TLS，多半是本行的检查设备。请把它的根证书存为 PEM 文件，用 NODE_EXTRA_CA_CERTS=/路径/证书.pem 启动。不要关闭证书校验。",
    "doctor.remedy.reach.certificate_date": "请校准本机日期；如果日期正确，则需要更新证书。",
    "doctor.remedy.reach.proxy_page": "请修改 SLACK_API_URL，或让代理原样放行本机到 Slack 的请求。",
    "doctor.remedy.token.no_answer": "请再运行一次 doctor；如果仍然出现，请检查到 Slack 的连接。",
    "doctor.remedy.token.not_bot":
      "请从 api.slack.com/apps 的 OAuth & Permissions 复制 Bot User OAuth Token（xoxb- 开头）到 SLACK_BOT_TOKEN。",
    "doctor.remedy.token.invalid":
      "请从 api.slack.com/apps 的 OAuth & Permissions 重新复制 Bot User OAuth Token 到 SLACK_BOT_TOKEN，然后重新启动。",
    "doctor.remedy.token.revoked":
      "请重新安装应用（api.slack.com/apps，Install App），把新令牌写入 SLACK_BOT_TOKEN，然后重新启动。",
    "doctor.remedy.token.other": "请在 docs.slack.dev 的 auth.test 页查找该错误码，或询问工作区管理员。",
    "doctor.remedy.app_token.no_scope":
      "请创建带 connections:write 的令牌（api.slack.com/apps，Basic Information，App-Level Tokens）：SLACK_APP_TOKEN。",
    "doctor.remedy.app_token.invalid":
      "请重新复制，或另建一个带 connections:write 的令牌（Basic Information，App-Level Tokens）：SLACK_APP_TOKEN。",
    "doctor.remedy.app_token.other": "请打开 Socket Mode（api.slack.com/apps，Socket Mode），再运行 doctor。",
    "doctor.remedy.scopes.unknown": "如果是 Slack 本身，无需处理；其他服务器应返回 x-oauth-scopes。",
    "doctor.remedy.scopes.missing":
      "请重新粘贴 manifest.yml（api.slack.com/apps，App Manifest）并点击 Reinstall；每项用途见 docs/scopes.md。",
    "doctor.remedy.scopes.more": "请去掉（OAuth & Permissions）并点击 Reinstall：应用不需要它们。",
    "doctor.remedy.clock_skew.some": "请打开时间同步（timedatectl set-ntp true，或 chrony）。",
    "doctor.remedy.clock_skew.far":
      "请打开时间同步（timedatectl set-ntp true，或 chrony）。相差 300 秒起，Slack 的 HTTP 请求会被拒绝。",
    "doctor.remedy.team.other": "请使用该工作区的令牌，或换一个数据库：测试工作区应配测试数据库。",
    "doctor.remedy.people.none": "npm run afterloan -- import-people 文件；各列说明见 docs/import.md。",
    "doctor.remedy.people.unlisted": "请看上面的权限：需要 users:read。如果 Slack 要求等待，请稍后再试。",
    "doctor.remedy.people.no_account": "请邀请他们加入工作区，或把其 Slack 账号的邮箱写入人员文件并重新导入。",
    "doctor.remedy.people.closed": "请重新启用账号，或在人员文件中填写其最后工作日并重新导入。",
    "doctor.remedy.people.ambiguous": "请工作区管理员只保留一个账号。",
    "doctor.remedy.people.account_of_another": "请改正人员文件中的邮箱，重新导入并启动工作台。",
    "doctor.remedy.people.no_role": "请在人员文件中给他们岗位并重新导入。",
    "doctor.remedy.conversations.lost":
      "请邀请应用进入频道（/invite @afterloan）。个人请打开一次应用：应用，afterloan，消息。",
  },
  "zh-Hant": {
    "doctor.remedy.check.broken": "請再執行一次 doctor；如果仍然出現，先處理其他故障，再報告此項。",
    "doctor.remedy.settings.proxy_unread": "如果須經代理訪問 Slack，請設定 HTTPS_PROXY；否則無需處理。",
    "doctor.remedy.settings.problem": "{remedy}",
    "doctor.remedy.policy.unreadable": "把 AFTERLOAN_POLICY 設為本使用者可讀的檔案路徑；不設則使用自帶的制度檔案。",
    "doctor.remedy.policy.invalid": "請在該處修改檔案後再執行 doctor；修好之前工作台不會啟動。",
    "doctor.remedy.policy.legal_review":
      "請合規部門逐條核對 {file} 中標有 needs_legal_review 的規則原文，核對後去掉標記。",
    "doctor.remedy.calendar.ends_soon":
      "之後的日期只按週末推算，標為暫定，資料更新後會自動重排。次年安排公布後，請安裝新版 afterloan（cn 日曆：npm install chinese-days@latest），或補充 policy/calendars 中的檔案。",
    "doctor.remedy.calendar.ended":
      "請安裝新版 afterloan（cn 日曆：npm install chinese-days@latest），或補充 policy/calendars 中的檔案，然後重新啟動。",
    "doctor.remedy.calendar.unsound": "請在該處修改檔案；修好之前工作台不會啟動。",
    "doctor.remedy.disk.low": "請清理空間，或移動資料目錄：AFTERLOAN_DATA_DIR、AFTERLOAN_EVIDENCE。",
    "doctor.remedy.disk.full": "請立即清理空間：刪除資料庫旁舊的 *.before-* 檔案，或擴大磁碟。",
    "doctor.remedy.evidence.not_writable": "請給執行工作台的使用者寫入權限，或把 AFTERLOAN_EVIDENCE 設為其他目錄。",
    "doctor.remedy.pages.unasked":
      "請提出並通過一份寫有 documents: link 的制度，或去掉 AFTERLOAN_PAGES 和 AFTERLOAN_PAGES_URL。",
    "doctor.remedy.pages.missing":
      "請設定 AFTERLOAN_PAGES（前置代理轉送到的連接埠）和 AFTERLOAN_PAGES_URL（員工瀏覽器能打開的 https:// 位址）；見 docs/operator.md「Files by pages of your own」。",
    "doctor.remedy.pages.only_here": "請把 AFTERLOAN_PAGES_URL 設為客戶經理的瀏覽器都能打開的代理的 https:// 位址。",
    "doctor.remedy.pages.not_served": "請啟動工作台，並在其執行時再執行 doctor。",
    "doctor.remedy.pages.taken": "請把 AFTERLOAN_PAGES 設為未使用的連接埠並讓代理轉送到該連接埠，或停止佔用的程式。",
    "doctor.remedy.pages.elsewhere": "請讓代理把 {address} 及其後的路徑原樣轉到 {port}，中間不要加登入頁。",
    "doctor.remedy.pages.unreached":
      "請檢查 {address} 的網域名稱、防火牆和憑證（自有簽發機構請設定 NODE_EXTRA_CA_CERTS）。若只是本機不許連線，請用瀏覽器打開：顯示「沒有這個頁面」即為正常。",
    "doctor.remedy.facts.any_port": "請給 AFTERLOAN_FACTS 一個固定的連接埠，例如 9480，並告知推送方。",
    "doctor.remedy.facts.unencrypted":
      "請只寫 AFTERLOAN_FACTS=連接埠，並在前面放一個帶 TLS 的代理；或讓防火牆只放行會加密的代理。",
    "doctor.remedy.facts.not_served": "請啟動工作台，並在其執行時再執行 doctor。",
    "doctor.remedy.facts.taken": "請把 AFTERLOAN_FACTS 設為未使用的連接埠並告知推送方，或停止佔用的程式。",
    "doctor.remedy.port.taken": "把 PORT 設為未使用的連接埠，或停止佔用的程式（用 ss -ltnp 查看）。",
    "doctor.remedy.port.forbidden": "把 PORT 設為 1023 以上的連接埠，由反向代理把 443 轉到它。",
    "doctor.remedy.desk.runs":
      "如果就是您的工作台，無需處理，命令可以同時使用。同一檔案上不能執行第二個工作台：請先停止處理程序 {pid}，或改用 PostgreSQL。",
    "doctor.remedy.database.absent": "無需處理：第一次匯入或啟動時會建立。參見 docs/zh-Hans/setup.md。",
    "doctor.remedy.database.not_reachable": "請啟動資料庫伺服器，或修改 DATABASE_URL 中的主機和連接埠，並放行防火牆。",
    "doctor.remedy.database.refused_login": "請修改 DATABASE_URL 中的使用者名稱和密碼；@、/ 等字元需要編碼。",
    "doctor.remedy.database.no_such_database": "請先建立資料庫（createdb），或修改 DATABASE_URL 中的名稱。",
    "doctor.remedy.database.locked":
      "請關閉佔用它的程式（用 fuser 查看，如資料庫瀏覽器或正在進行的複製），再執行 doctor。",
    "doctor.remedy.database.not_a_database": "如果 DATABASE_URL 指錯了檔案，請改正；否則停止工作台，用最近的備份替換。",
    "doctor.remedy.database.not_writable": "請給執行工作台的使用者寫入該檔案及其目錄的權限；SQLite 會在旁邊生成檔案。",
    "doctor.remedy.database.other": "設定 LOG_LEVEL=debug 後啟動工作台，日誌會說明原因。",
    "doctor.remedy.data_files.readable":
      "請對它和旁邊的檔案執行 chmod 600，並以 umask 077 啟動工作台：其中有客戶資料。",
    "doctor.remedy.schema.pending":
      "啟動工作台或執行任一其他命令即會執行，SQLite 檔案會先複製一份；PostgreSQL 請先自行備份。",
    "doctor.remedy.schema.newer": "請執行更新的版本；當前版本不認識這些資料表。",
    "doctor.remedy.schema.guards":
      "請啟動一次工作台，防護會重新建立。然後查明是誰刪除的，並執行：npm run afterloan -- audit verify",
    "doctor.remedy.audit.broken":
      "請停止工作台，原樣保留一份資料庫，通知合規部門，並執行：npm run afterloan -- audit verify",
    "doctor.remedy.totals.differ": "請先查看，再補記缺少的變動：npm run afterloan -- recount --mend",
    "doctor.remedy.business_clock.moved": "請恢復：npm run afterloan -- clock now",
    "doctor.remedy.units.none": "npm run afterloan -- import-units 檔案；各列說明見 docs/import.md。",
    "doctor.remedy.units.time_zone": "請在機構檔案中寫成 Asia/Shanghai 這樣的名稱，並重新匯入。",
    "doctor.remedy.units.calendar": "請在機構檔案中寫成 {known} 之一，並重新匯入，或增加 policy/calendars/{id}.yml。",
    "doctor.remedy.roles.administrator": "請在人員檔案中給某人 administrator 職務，並重新匯入。",
    "doctor.remedy.roles.post_loan_officer":
      "請在人員檔案中給每個機構或其上級機構的某人 post_loan_officer 職務，並重新匯入。",
    "doctor.remedy.roles.unit_manager": "請在人員檔案中給某人 unit_manager 職務，並重新匯入。",
    "doctor.remedy.unsent.late": "如果沒有工作台在執行，請啟動；如果在執行，請查看日誌：可能是 Slack 要求等待。",
    "doctor.remedy.unsent.stuck":
      "如果沒有工作台在執行，請啟動。如果在執行，請先處理其他故障並查看日誌：訊息沒有丟失，恢復後即傳送。",
    "doctor.remedy.unsent.uncertain": "讓工作台執行即可：再次傳送之前會先到 Slack 逐條查詢，這需要 im:history 權限。",
    "doctor.remedy.unsent.dead": "請處理下面列出的帳號或會話；已經發生的情況均有記錄。",
    "doctor.remedy.reach.no_address":
      "請修復本機的 DNS。如果只允許透過代理上網，請在 HTTPS_PROXY 中填寫代理位址，然後重新啟動。",
    "doctor.remedy.reach.closed":
      "請在防火牆放行到 slack.com、files.slack.com 和 wss-primary.slack.com 443 連接埠的出站連線，或在 HTTPS_PROXY 中填寫可以訪問它們的代理。",
    "doctor.remedy.reach.proxy_silent":
      "請修改 HTTPS_PROXY，或在防火牆放行本機到代理的連線。不經代理訪問的名稱請寫入 NO_PROXY。",
    "doctor.remedy.reach.proxy_refuses":
      "請修改 HTTPS_PROXY 中的使用者名稱和密碼，或請代理放行 slack.com、files.slack.com 和 wss-primary.slack.com 的 443 連接埠。",
    "doctor.remedy.reach.certificate":
      "途中有裝置拆開了 TLS，多半是本行的檢查裝置。請把它的根證書存為 PEM 檔案，用 NODE_EXTRA_CA_CERTS=/路徑/證書.pem 啟動。不要關閉證書校驗。",
    "doctor.remedy.reach.certificate_date": "請校準本機日期；如果日期正確，則需要更新證書。",
    "doctor.remedy.reach.proxy_page": "請修改 SLACK_API_URL，或讓代理原樣放行本機到 Slack 的請求。",
    "doctor.remedy.token.no_answer": "請再執行一次 doctor；如果仍然出現，請檢查到 Slack 的連線。",
    "doctor.remedy.token.not_bot":
      "請從 api.slack.com/apps 的 OAuth & Permissions 複製 Bot User OAuth Token（xoxb- 開頭）到 SLACK_BOT_TOKEN。",
    "doctor.remedy.token.invalid":
      "請從 api.slack.com/apps 的 OAuth & Permissions 重新複製 Bot User OAuth Token 到 SLACK_BOT_TOKEN，然後重新啟動。",
    "doctor.remedy.token.revoked":
      "請重新安裝應用程式（api.slack.com/apps，Install App），把新權杖寫入 SLACK_BOT_TOKEN，然後重新啟動。",
    "doctor.remedy.token.other": "請在 docs.slack.dev 的 auth.test 頁查詢該錯誤碼，或詢問工作區管理員。",
    "doctor.remedy.app_token.no_scope":
      "請建立帶 connections:write 的權杖（api.slack.com/apps，Basic Information，App-Level Tokens）：SLACK_APP_TOKEN。",
    "doctor.remedy.app_token.invalid":
      "請重新複製，或另建一個帶 connections:write 的權杖（Basic Information，App-Level Tokens）：SLACK_APP_TOKEN。",
    "doctor.remedy.app_token.other": "請開啟 Socket Mode（api.slack.com/apps，Socket Mode），再執行 doctor。",
    "doctor.remedy.scopes.unknown": "如果是 Slack 本身，無需處理；其他伺服器應返回 x-oauth-scopes。",
    "doctor.remedy.scopes.missing":
      "請重新貼上 manifest.yml（api.slack.com/apps，App Manifest）並點選 Reinstall；每項用途見 docs/scopes.md。",
    "doctor.remedy.scopes.more": "請去掉（OAuth & Permissions）並點選 Reinstall：應用程式不需要它們。",
    "doctor.remedy.clock_skew.some": "請開啟時間同步（timedatectl set-ntp true，或 chrony）。",
    "doctor.remedy.clock_skew.far":
      "請開啟時間同步（timedatectl set-ntp true，或 chrony）。相差 300 秒起，Slack 的 HTTP 請求會被拒絕。",
    "doctor.remedy.team.other": "請使用該工作區的權杖，或換一個資料庫：測試工作區應配測試資料庫。",
    "doctor.remedy.people.none": "npm run afterloan -- import-people 檔案；各列說明見 docs/import.md。",
    "doctor.remedy.people.unlisted": "請看上面的權限：需要 users:read。如果 Slack 要求等待，請稍後再試。",
    "doctor.remedy.people.no_account": "請邀請他們加入工作區，或把其 Slack 帳號的電子郵件寫入人員檔案並重新匯入。",
    "doctor.remedy.people.closed": "請重新啟用帳號，或在人員檔案中填寫其最後工作日並重新匯入。",
    "doctor.remedy.people.ambiguous": "請工作區管理員只保留一個帳號。",
    "doctor.remedy.people.account_of_another": "請改正人員檔案中的電子郵件，重新匯入並啟動工作台。",
    "doctor.remedy.people.no_role": "請在人員檔案中給他們職務並重新匯入。",
    "doctor.remedy.conversations.lost":
      "請邀請應用程式進入頻道（/invite @afterloan）。個人請開啟一次應用程式：應用程式，afterloan，訊息。",
  },
} as const;
