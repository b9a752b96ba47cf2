import { z } from "zod";

/**
 * A certification as a data file: official wording kept verbatim, our own criteria and scale beside it and
 * marked unofficial. The code knows no competency: everything below is read from content/certifications.
 */
export const criterion = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  /** How the platform can observe it: by rule, partly, or only a person can judge. */
  observed: z.enum(["auto", "semi", "human"]),
});
export type Criterion = z.infer<typeof criterion>;

export const competency = z.strictObject({
  id: z.string(),
  order: z.number().int().positive(),
  /** Ours. */
  shortTitle: z.string().min(1),
  /** Verbatim, faults and double spaces included. */
  officialText: z.string().min(1),
  breakdown: z.strictObject({
    action: z.string(),
    means: z.string().nullable(),
    purpose: z.string(),
  }),
  criteria: z.array(criterion).min(1),
  expectedEvidence: z.array(z.string()).min(1),
});
export type Competency = z.infer<typeof competency>;

export const block = z.strictObject({
  /** Short id, e.g. "BC01". */
  id: z.string(),
  officialCode: z.string(),
  order: z.number().int().positive(),
  /** Ours: a few words for menus. */
  shortTitle: z.string().min(1),
  officialTitle: z.string().min(1),
  officialAssessment: z.string().min(1),
  officialAcquisition: z.string().optional(),
  exam: z.strictObject({
    kind: z.enum(["case-study", "exercise"]),
    deliverable: z.string(),
    oral: z.boolean(),
    note: z.string().optional(),
    /** What the exercise must contain before it can be handed in, checked by app/domain/dossier.ts. */
    requirements: z.strictObject({
      accounts: z.number().int().nonnegative(),
      artefacts: z.array(z.enum(["text", "image", "video", "animation"])),
      kpiChoice: z.boolean(),
      aiUseRecord: z.boolean(),
    }),
  }),
  competencies: z.array(competency).min(1),
});
export type Block = z.infer<typeof block>;

export const certification = z.strictObject({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  level: z.string(),
  certifier: z.strictObject({
    legalName: z.string(),
    tradeName: z.string(),
    site: z.string(),
    accreditation: z.string(),
  }),
  registrationEnd: z.iso.date(),
  /** French sentence shown wherever the certification is named. */
  registrationNotice: z.string(),
  source: z.strictObject({ title: z.string(), url: z.string(), readOn: z.iso.date() }),
  officialObjectives: z.string(),
  officialActivities: z.array(z.string()),
  officialAssessment: z.array(z.string()),
  officialAccumulation: z.array(z.string()),
  officialSectors: z.string(),
  officialRegulation: z.string(),
  officialPrerequisites: z.array(z.string()),
  jobs: z.array(z.string()),
  jury: z.array(z.strictObject({ role: z.string(), quality: z.string(), count: z.number().int() })),
  notInTheSheet: z.array(z.string()),
  scale: z.strictObject({
    official: z.literal(false),
    note: z.string(),
    levels: z
      .array(
        z.strictObject({
          level: z.number().int().positive(),
          code: z.string(),
          label: z.string(),
          description: z.string(),
          achieved: z.boolean(),
        }),
      )
      .min(2),
  }),
  blocks: z.array(block).min(1),
});
export type Certification = z.infer<typeof certification>;
export type ScaleLevel = Certification["scale"]["levels"][number];

/** Finds a block by its short id. */
export function findBlock(certification: Certification, id: string): Block | null {
  return certification.blocks.find((b) => b.id === id) ?? null;
}

/** Finds a competency and its block by the competency's id. */
export function findCompetency(
  certification: Certification,
  id: string,
): { block: Block; competency: Competency } | null {
  for (const b of certification.blocks) {
    const found = b.competencies.find((c) => c.id === id);
    if (found) return { block: b, competency: found };
  }
  return null;
}
