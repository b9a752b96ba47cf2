import type { SubmissionResult } from "@conform-to/react";
import { useActionData } from "@remix-run/react";

/** The forms of this folder; on the account page it is also the value of the pressed button. */
export type FormName =
  | "signIn"
  | "signUp"
  | "passwordForgotten"
  | "passwordNew"
  | "name"
  | "email"
  | "password"
  | "session"
  | "sessions"
  | "delete";

/** What an action answers to a form that stays on its page. */
export type FormAnswer = { form: FormName; result: SubmissionResult<string[]>; done: boolean };

/** The part of an answer that is about `form`. */
export function resultOf(answer: FormAnswer | undefined, form: FormName) {
  return answer?.form === form ? answer.result : undefined;
}

/** What the action of this page answered, if a form was sent. */
export function useFormAnswer(): FormAnswer | undefined {
  return useActionData() as FormAnswer | undefined;
}
