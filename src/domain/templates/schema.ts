/**
 * The `templates:` section of a policy file: what a check asks. The steps of a form are not in the file; `checkForm` makes
 * them from the templates of the borrower's live loans.
 */
import { z } from "zod";
import { templateSchema } from "./template.ts";
import { templateProblems } from "./template-problems.ts";

/** Parsing what was parsed gives the same again. An empty list is a policy that has no templates yet. */
export const templatesSchema = z.array(templateSchema).superRefine((templates, ctx) => {
  for (const problem of templateProblems(templates)) ctx.addIssue(problem);
});
export type Templates = z.infer<typeof templatesSchema>;
