/** Common characters and surnames, simplified and traditional. */
const COMMON =
  "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从明文高通面试技术表达沟通能力良好清晰候选经验王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕這為個們說國時會後對來過發無經當與學進種將還從張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂試術達溝選驗";

/**
 * Whether a text that is not UTF-8 is in GB18030, as good as certainly: not in Big5, in a Korean or a Western encoding,
 * whose bytes are mostly valid GB18030 too, but other characters.
 */
export function isCertainlyGb18030(sample: Buffer): boolean {
  let characters = 0;
  let inGb2312 = 0;
  let inBig5 = 0;
  for (let at = 0; at + 1 < sample.length; at++) {
    const [lead = 0, trail = 0] = sample.subarray(at, at + 2);
    if (lead < 0x80) continue;
    at++;
    characters++;
    if (isCommonGb2312(lead, trail)) inGb2312++;
    if (isCommonBig5(lead, trail)) inBig5++;
  }
  if (inGb2312 < characters * CERTAIN_SHARE) return false;
  const common = countCommon(sample, "gb18030");
  // By chance one in fifteen is common.
  if (common < characters * MIN_COMMON_SHARE) return false;
  return inBig5 < characters * CERTAIN_SHARE || common > countCommon(sample, "big5");
}

/** A few characters of a text may be rare ones. */
const CERTAIN_SHARE = 0.9;
/** Of Chinese text more than half are common characters, of names alone a third. */
const MIN_COMMON_SHARE = 0.2;

/** The punctuation and the 6,763 characters of GB 2312. GB18030 has 20,000 more, of which a text has few. */
function isCommonGb2312(lead: number, trail: number): boolean {
  const isInRows = (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7);
  return isInRows && trail >= 0xa1 && trail <= 0xfe;
}

/** The punctuation and the 5,401 frequent characters of Big5. */
function isCommonBig5(lead: number, trail: number): boolean {
  const isTrail = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
  return lead >= 0xa1 && lead <= 0xc6 && isTrail;
}

function countCommon(sample: Buffer, encoding: string): number {
  let count = 0;
  for (const character of new TextDecoder(encoding).decode(sample)) if (COMMON.includes(character)) count++;
  return count;
}
