/** What is wrong with a policy, mapping or holiday file, and what to write instead: the problems that any such file may have. */
export const fileProblems = {
  en: {
    "file.problem.unknown_key": "{key} is not known here",
    "file.remedy.unknown_key": "remove it, or use one of: {allowed}",
    "file.problem.misspelt_key": "{key} is not known here",
    "file.remedy.misspelt_key": "did you mean {nearest}? otherwise remove it",
    "file.problem.key_too_many": "{key} is not known here",
    "file.remedy.key_too_many": "remove it",
    "file.problem.missing": "{name} is missing",
    "file.remedy.missing":
      "add {name}: {kind, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {a group of named values} record {a group of named values} other {{kind}}}",
    "file.problem.wrong_kind":
      "{value} is not {kind, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {a group of named values} record {a group of named values} other {{kind}}}",
    "file.remedy.wrong_kind":
      "write {kind, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {a group of named values} record {a group of named values} other {{kind}}}",
    "file.problem.not_one_of": "{value} is not one of the possible values",
    "file.remedy.not_one_of": "write one of: {values}",
    "file.problem.missing_word": "{name} is missing",
    "file.remedy.missing_word": "add {name}: one of {values}",
    "file.problem.too_small": "{value} is too {of, select, string {short} array {short} other {small}}",
    "file.remedy.too_small":
      "at least {of, select, string {{limit, plural, =1 {1 character} other {{limit} characters}}} array {{limit, plural, =1 {1 entry} other {{limit} entries}}} other {{limit}}}",
    "file.problem.too_big": "{value} is too {of, select, string {long} array {long} other {large}}",
    "file.remedy.too_big":
      "at most {of, select, string {{limit, plural, =1 {1 character} other {{limit} characters}}} array {{limit, plural, =1 {1 entry} other {{limit} entries}}} other {{limit}}}",
    "file.problem.not_yaml": "{said}",
    "file.remedy.not_yaml": "mend the YAML here; the rest was not looked at",
    "file.problem.misfit": "{value} does not fit here",
    "file.remedy.misfit": "compare with the shipped files in policy/",
  },
  "zh-Hans": {
    "file.problem.unknown_key": "此处没有 {key} 这一项",
    "file.remedy.unknown_key": "请删除，或改用：{allowed}",
    "file.problem.misspelt_key": "此处没有 {key} 这一项",
    "file.remedy.misspelt_key": "是否应为 {nearest}？否则请删除",
    "file.problem.key_too_many": "此处没有 {key} 这一项",
    "file.remedy.key_too_many": "请删除",
    "file.problem.missing": "缺少 {name}",
    "file.remedy.missing":
      "请补上 {name}：{kind, select, string {一段文字} number {一个数} int {一个整数} boolean {true 或 false} array {一个列表} object {一组带名称的值} record {一组带名称的值} other {{kind}}}",
    "file.problem.wrong_kind":
      "{value} 不是{kind, select, string {文字} number {数} int {整数} boolean { true 或 false} array {列表} object {一组带名称的值} record {一组带名称的值} other { {kind}}}",
    "file.remedy.wrong_kind":
      "请写{kind, select, string {一段文字} number {一个数} int {一个整数} boolean { true 或 false} array {一个列表} object {一组带名称的值} record {一组带名称的值} other { {kind}}}",
    "file.problem.not_one_of": "{value} 不在可选值之内",
    "file.remedy.not_one_of": "请选用：{values}",
    "file.problem.missing_word": "缺少 {name}",
    "file.remedy.missing_word": "请补上 {name}，选用：{values}",
    "file.problem.too_small": "{value} {of, select, string {太短} array {项数太少} other {太小}}",
    "file.remedy.too_small":
      "{of, select, string {至少 {limit} 个字符} array {至少 {limit} 项} other {不得小于 {limit}}}",
    "file.problem.too_big": "{value} {of, select, string {太长} array {项数太多} other {太大}}",
    "file.remedy.too_big":
      "{of, select, string {至多 {limit} 个字符} array {至多 {limit} 项} other {不得大于 {limit}}}",
    "file.problem.not_yaml": "{said}",
    "file.remedy.not_yaml": "请改正此处的 YAML；其余部分尚未检查",
    "file.problem.misfit": "{value} 不合此处的要求",
    "file.remedy.misfit": "请对照 policy/ 中自带的文件",
  },
  "zh-Hant": {
    "file.problem.unknown_key": "此處沒有 {key} 這一項",
    "file.remedy.unknown_key": "請刪除，或改用：{allowed}",
    "file.problem.misspelt_key": "此處沒有 {key} 這一項",
    "file.remedy.misspelt_key": "是否應為 {nearest}？否則請刪除",
    "file.problem.key_too_many": "此處沒有 {key} 這一項",
    "file.remedy.key_too_many": "請刪除",
    "file.problem.missing": "缺少 {name}",
    "file.remedy.missing":
      "請補上 {name}：{kind, select, string {一段文字} number {一個數} int {一個整數} boolean {true 或 false} array {一個清單} object {一組帶名稱的值} record {一組帶名稱的值} other {{kind}}}",
    "file.problem.wrong_kind":
      "{value} 不是{kind, select, string {文字} number {數} int {整數} boolean { true 或 false} array {清單} object {一組帶名稱的值} record {一組帶名稱的值} other { {kind}}}",
    "file.remedy.wrong_kind":
      "請寫{kind, select, string {一段文字} number {一個數} int {一個整數} boolean { true 或 false} array {一個清單} object {一組帶名稱的值} record {一組帶名稱的值} other { {kind}}}",
    "file.problem.not_one_of": "{value} 不在可選值之內",
    "file.remedy.not_one_of": "請選用：{values}",
    "file.problem.missing_word": "缺少 {name}",
    "file.remedy.missing_word": "請補上 {name}，選用：{values}",
    "file.problem.too_small": "{value} {of, select, string {太短} array {項數太少} other {太小}}",
    "file.remedy.too_small":
      "{of, select, string {至少 {limit} 個字元} array {至少 {limit} 項} other {不得小於 {limit}}}",
    "file.problem.too_big": "{value} {of, select, string {太長} array {項數太多} other {太大}}",
    "file.remedy.too_big":
      "{of, select, string {至多 {limit} 個字元} array {至多 {limit} 項} other {不得大於 {limit}}}",
    "file.problem.not_yaml": "{said}",
    "file.remedy.not_yaml": "請改正此處的 YAML；其餘部分尚未檢查",
    "file.problem.misfit": "{value} 不合此處的要求",
    "file.remedy.misfit": "請對照 policy/ 中自帶的檔案",
  },
} as const;
