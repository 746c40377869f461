import type { ExternalInterviewCreate } from "../../src/index.js";

/** A secret and a word that must not appear anywhere. */
export const PLANTED_SECRET = "planted-app-secret-4f1c";
export const PLANTED_WORD = "planted-word-9b2e";

/** A body with the word in every text about people. */
export const plantedBody: ExternalInterviewCreate = {
  external_application_id: "2",
  interview_assessments: [
    {
      username: PLANTED_WORD,
      content: PLANTED_WORD,
      assessment_dimension_list: [
        { title: PLANTED_WORD, description: PLANTED_WORD, content: PLANTED_WORD, option: PLANTED_WORD },
      ],
    },
  ],
};
