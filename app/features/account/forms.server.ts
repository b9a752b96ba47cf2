import { parseWithZod, type Submission } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { z } from "zod";
import { PASSWORD_MAX, PASSWORD_MIN } from "~/platform/auth.server.ts";
import { tooManyMessage } from "~/platform/rate-limit.server.ts";
import type { FormName } from "./form-answer.ts";

/** Never sent back to the browser, however wrong the form was. */
const SECRET_FIELDS = [
  "password",
  "passwordNew",
  "emailPassword",
  "passwordCurrent",
  "deletePassword",
  "jeton",
];

const name = z
  .string({ error: "Écrivez votre nom, tel qu’il paraîtra sur votre dossier." })
  .trim()
  .min(1, "Écrivez votre nom, tel qu’il paraîtra sur votre dossier.")
  .max(80, "Le nom tient en 80 caractères.")
  .regex(/^\P{Cc}*$/u, "Le nom contient un caractère invisible : écrivez-le à nouveau.");

const email = z
  .string({ error: "Écrivez votre adresse électronique." })
  .trim()
  .toLowerCase()
  .max(254, "Cette adresse est trop longue.")
  .pipe(z.email("Écrivez une adresse complète, par exemple camille@exemple.fr."));

const passwordGiven = z
  .string({ error: "Écrivez votre mot de passe." })
  .max(PASSWORD_MAX, "Ce mot de passe est trop long.");

const passwordNew = z
  .string({ error: `Choisissez un mot de passe d’au moins ${PASSWORD_MIN} caractères.` })
  .min(PASSWORD_MIN, `Choisissez un mot de passe d’au moins ${PASSWORD_MIN} caractères.`)
  .max(PASSWORD_MAX, `Le mot de passe tient en ${PASSWORD_MAX} caractères.`)
  .refine(
    (text) => new Set(text).size > 3,
    "Ce mot de passe se devine trop vite : variez les caractères.",
  );

const retour = z.string().optional();

/** The fields of every form of this folder. */
export const schemas = {
  signIn: z.object({ email, password: passwordGiven, retour }),
  signUp: z.object({ name, email, password: passwordNew, retour }),
  passwordForgotten: z.object({ email }),
  passwordNew: z.object({ jeton: z.string().min(1).max(200), passwordNew }),
  name: z.object({ name }),
  email: z.object({ emailNew: email, emailPassword: passwordGiven }),
  password: z.object({ passwordCurrent: passwordGiven, passwordNew }),
  session: z.object({ session: z.string().min(1).max(100) }),
  sessions: z.object({}),
  delete: z.object({
    deletePassword: passwordGiven,
    deleteWord: z
      .string({ error: "Écrivez SUPPRIMER pour confirmer." })
      .trim()
      .toUpperCase()
      .refine((word) => word === "SUPPRIMER", "Écrivez SUPPRIMER pour confirmer."),
  }),
} satisfies Record<FormName, z.ZodType>;

/** Reads a posted form by its schema. */
export function readForm<T extends FormName>(form: T, fields: FormData) {
  return parseWithZod(fields, { schema: schemas[form] }) as Submission<
    z.infer<(typeof schemas)[T]>
  >;
}

/** A form sent back with its faults: status 400, what was typed kept, passwords never. */
export function refuseForm(
  form: FormName,
  submission: Submission<unknown>,
  faults: { formErrors?: string[]; fieldErrors?: Record<string, string[]> } = {},
  init: ResponseInit = { status: 400 },
) {
  const result = submission.reply({ ...faults, hideFields: SECRET_FIELDS });
  return data({ form, result, done: false }, init);
}

/** The same, when there were too many tries: status 429. */
export function refuseTooMany(form: FormName, submission: Submission<unknown>, seconds: number) {
  return refuseForm(
    form,
    submission,
    { formErrors: [tooManyMessage(seconds)] },
    { status: 429, headers: { "Retry-After": String(seconds) } },
  );
}

/** A form that did its work and shows it in place, rather than on another page. */
export function acceptForm(form: FormName, submission: Submission<unknown>) {
  return data({ form, result: submission.reply({ resetForm: true }), done: true });
}
