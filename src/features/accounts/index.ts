export { accountList, accountView } from "./account-view.ts";
export { type FoundAccount, findAccounts } from "./find-accounts.ts";
