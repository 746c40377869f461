// Generated from spec/openapi.yaml by `npm run generate`; do not edit.

// @ts-nocheck: compiled by Ajv from the spec

/** What one violation is, in Ajv's terms. */
export interface Violation {
  /** A JSON pointer into the body. */
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** True if the body is valid; otherwise `errors` holds every violation. */
export type Validator = ((body: unknown) => boolean) & { errors?: Violation[] | null };

export const createExternalInterview: Validator = validate10;
const schema11 = { $id: "createExternalInterview", $ref: "spec#/components/schemas/ExternalInterviewCreate" };
const schema13 = {
  type: "object",
  additionalProperties: false,
  required: ["external_application_id"],
  properties: {
    external_id: { type: "string", minLength: 1 },
    external_application_id: { type: "string", minLength: 1 },
    participate_status: { $ref: "#/components/schemas/ParticipateStatus" },
    begin_time: { type: "integer", format: "int64", minimum: 0, maximum: 9007199254740991 },
    end_time: { type: "integer", format: "int64", minimum: 0, maximum: 9007199254740991 },
    interview_assessments: {
      type: "array",
      items: { $ref: "#/components/schemas/ExternalInterviewAssessmentCreate" },
    },
  },
};
const schema14 = { type: "integer", format: "int32", enum: [1, 2, 3] };
const schema15 = {
  type: "object",
  additionalProperties: false,
  properties: {
    username: { type: "string" },
    conclusion: { $ref: "#/components/schemas/Conclusion" },
    assessment_dimension_list: {
      type: "array",
      items: { $ref: "#/components/schemas/ExternalInterviewAssessmentDimensionCreate" },
    },
    content: { type: "string" },
  },
};
const schema16 = { type: "integer", format: "int32", enum: [1, 2, 3] };
const schema17 = {
  type: "object",
  additionalProperties: false,
  properties: {
    score: { type: "integer", format: "int32", minimum: -2147483648, maximum: 2147483647 },
    option: { type: "string" },
    options: { type: "array", items: { type: "string" } },
    content: { type: "string" },
    assessment_type: { $ref: "#/components/schemas/AssessmentType" },
    title: { type: "string" },
    description: { type: "string" },
  },
};
const schema18 = { type: "integer", format: "int32", enum: [1, 2, 3, 4] };

function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (
        !(
          key0 === "score" ||
          key0 === "option" ||
          key0 === "options" ||
          key0 === "content" ||
          key0 === "assessment_type" ||
          key0 === "title" ||
          key0 === "description"
        )
      ) {
        const err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.score !== undefined) {
      let data0 = data.score;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
        const err1 = { instancePath: instancePath + "/score", keyword: "type", params: { type: "integer" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number") {
        if (data0 > 2147483647 || isNaN(data0)) {
          const err2 = {
            instancePath: instancePath + "/score",
            keyword: "maximum",
            params: { comparison: "<=", limit: 2147483647 },
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < -2147483648 || isNaN(data0)) {
          const err3 = {
            instancePath: instancePath + "/score",
            keyword: "minimum",
            params: { comparison: ">=", limit: -2147483648 },
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    if (data.option !== undefined) {
      if (typeof data.option !== "string") {
        const err4 = { instancePath: instancePath + "/option", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.options !== undefined) {
      let data2 = data.options;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data2[i0] !== "string") {
            const err5 = {
              instancePath: instancePath + "/options/" + i0,
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/options", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.content !== undefined) {
      if (typeof data.content !== "string") {
        const err7 = { instancePath: instancePath + "/content", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.assessment_type !== undefined) {
      let data5 = data.assessment_type;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
        const err8 = {
          instancePath: instancePath + "/assessment_type",
          keyword: "type",
          params: { type: "integer" },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (!(data5 === 1 || data5 === 2 || data5 === 3 || data5 === 4)) {
        const err9 = {
          instancePath: instancePath + "/assessment_type",
          keyword: "enum",
          params: { allowedValues: schema18.enum },
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.title !== undefined) {
      if (typeof data.title !== "string") {
        const err10 = { instancePath: instancePath + "/title", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.description !== undefined) {
      if (typeof data.description !== "string") {
        const err11 = {
          instancePath: instancePath + "/description",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate14.errors = vErrors;
  return errors === 0;
}

function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (
        !(
          key0 === "username" ||
          key0 === "conclusion" ||
          key0 === "assessment_dimension_list" ||
          key0 === "content"
        )
      ) {
        const err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.username !== undefined) {
      if (typeof data.username !== "string") {
        const err1 = {
          instancePath: instancePath + "/username",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.conclusion !== undefined) {
      let data1 = data.conclusion;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
        const err2 = {
          instancePath: instancePath + "/conclusion",
          keyword: "type",
          params: { type: "integer" },
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (!(data1 === 1 || data1 === 2 || data1 === 3)) {
        const err3 = {
          instancePath: instancePath + "/conclusion",
          keyword: "enum",
          params: { allowedValues: schema16.enum },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.assessment_dimension_list !== undefined) {
      let data2 = data.assessment_dimension_list;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (
            !validate14(data2[i0], {
              instancePath: instancePath + "/assessment_dimension_list/" + i0,
              parentData: data2,
              parentDataProperty: i0,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err4 = {
          instancePath: instancePath + "/assessment_dimension_list",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.content !== undefined) {
      if (typeof data.content !== "string") {
        const err5 = { instancePath: instancePath + "/content", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}

function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.external_application_id === undefined) {
      const err0 = {
        instancePath,
        keyword: "required",
        params: { missingProperty: "external_application_id" },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (
        !(
          key0 === "external_id" ||
          key0 === "external_application_id" ||
          key0 === "participate_status" ||
          key0 === "begin_time" ||
          key0 === "end_time" ||
          key0 === "interview_assessments"
        )
      ) {
        const err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.external_id !== undefined) {
      let data0 = data.external_id;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          const err2 = {
            instancePath: instancePath + "/external_id",
            keyword: "minLength",
            params: { limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + "/external_id",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.external_application_id !== undefined) {
      let data1 = data.external_application_id;
      if (typeof data1 === "string") {
        if (data1.length < 1) {
          const err4 = {
            instancePath: instancePath + "/external_application_id",
            keyword: "minLength",
            params: { limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = {
          instancePath: instancePath + "/external_application_id",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.participate_status !== undefined) {
      let data2 = data.participate_status;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
        const err6 = {
          instancePath: instancePath + "/participate_status",
          keyword: "type",
          params: { type: "integer" },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (!(data2 === 1 || data2 === 2 || data2 === 3)) {
        const err7 = {
          instancePath: instancePath + "/participate_status",
          keyword: "enum",
          params: { allowedValues: schema14.enum },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.begin_time !== undefined) {
      let data3 = data.begin_time;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
        const err8 = {
          instancePath: instancePath + "/begin_time",
          keyword: "type",
          params: { type: "integer" },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data3 == "number") {
        if (data3 > 9007199254740991 || isNaN(data3)) {
          const err9 = {
            instancePath: instancePath + "/begin_time",
            keyword: "maximum",
            params: { comparison: "<=", limit: 9007199254740991 },
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err10 = {
            instancePath: instancePath + "/begin_time",
            keyword: "minimum",
            params: { comparison: ">=", limit: 0 },
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
    if (data.end_time !== undefined) {
      let data4 = data.end_time;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
        const err11 = {
          instancePath: instancePath + "/end_time",
          keyword: "type",
          params: { type: "integer" },
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data4 == "number") {
        if (data4 > 9007199254740991 || isNaN(data4)) {
          const err12 = {
            instancePath: instancePath + "/end_time",
            keyword: "maximum",
            params: { comparison: "<=", limit: 9007199254740991 },
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err13 = {
            instancePath: instancePath + "/end_time",
            keyword: "minimum",
            params: { comparison: ">=", limit: 0 },
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    if (data.interview_assessments !== undefined) {
      let data5 = data.interview_assessments;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (
            !validate13(data5[i0], {
              instancePath: instancePath + "/interview_assessments/" + i0,
              parentData: data5,
              parentDataProperty: i0,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err14 = {
          instancePath: instancePath + "/interview_assessments",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate12.errors = vErrors;
  return errors === 0;
}

function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="createExternalInterview" */
  let vErrors = null;
  let errors = 0;
  if (!validate12(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
    errors = vErrors.length;
  }
  validate10.errors = vErrors;
  return errors === 0;
}

export const getTenantAccessToken: Validator = validate18;
const schema19 = { $id: "getTenantAccessToken", $ref: "spec#/components/schemas/TenantAccessTokenRequest" };
const schema20 = {
  type: "object",
  additionalProperties: false,
  required: ["app_id", "app_secret"],
  properties: { app_id: { type: "string", minLength: 1 }, app_secret: { type: "string", minLength: 1 } },
};

function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="getTenantAccessToken" */
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.app_id === undefined) {
      const err0 = { instancePath, keyword: "required", params: { missingProperty: "app_id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.app_secret === undefined) {
      const err1 = { instancePath, keyword: "required", params: { missingProperty: "app_secret" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "app_id" || key0 === "app_secret")) {
        const err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.app_id !== undefined) {
      let data0 = data.app_id;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          const err3 = { instancePath: instancePath + "/app_id", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/app_id", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.app_secret !== undefined) {
      let data1 = data.app_secret;
      if (typeof data1 === "string") {
        if (data1.length < 1) {
          const err5 = {
            instancePath: instancePath + "/app_secret",
            keyword: "minLength",
            params: { limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = {
          instancePath: instancePath + "/app_secret",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate18.errors = vErrors;
  return errors === 0;
}
