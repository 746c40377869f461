/**
 * `npx tsx examples/manage.ts`: lists interviews, updates one and deletes another, on
 * a test server in this process.
 *
 * For your own tenant, replace the first two lines with `const hire = new FeishuHire();`, which reads
 * FEISHU_APP_ID and FEISHU_APP_SECRET.
 */
import { type ExternalInterview, FeishuHire, ParticipateStatus, toUpdate } from "../src/index.js";
import { startFeishu } from "../src/testing/index.js";

const feishu = await startFeishu();
const hire = new FeishuHire(feishu.clientOptions);

const application = await hire.externalApplications.create({
  talent_id: "6960663240925956459",
  stage: "初筛",
});
for (const external_id of ["greenhouse:1", "greenhouse:2", "greenhouse:3"]) {
  await hire.externalInterviews.create({
    external_id,
    external_application_id: application.id,
    participate_status: ParticipateStatus.NotParticipated,
    interview_assessments: [{ username: "张三", content: "基础扎实。" }],
  });
}

const interviews: ExternalInterview[] = [];
for await (const interview of hire.externalInterviews.queryAll({ external_application_id: application.id })) {
  interviews.push(interview);
}
process.stdout.write(`${interviews.length} interviews\n`);

const [first, second] = interviews;
if (!first || !second) throw new Error("Expected at least two interviews");

// An update overwrites every field, so start from the current ones.
const updated = await hire.externalInterviews.update(first.id, {
  ...toUpdate(first),
  participate_status: ParticipateStatus.Participated,
});
const [assessment] = updated.interview_assessments ?? [];
process.stdout.write(
  `updated: participate_status ${updated.participate_status}, by ${assessment?.username}\n`,
);

const { logId } = await hire.externalInterviews.delete(second.id).withResponse();
process.stdout.write(`deleted, log id ${logId}\n`);

const left = await hire.externalInterviews.query({ external_application_id: application.id });
process.stdout.write(`${left.items?.length} interviews left\n`);
await feishu.close();
