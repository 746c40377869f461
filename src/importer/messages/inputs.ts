/** Why an input cannot be read, and what looks odd about it as a whole. */
export const inputPhrases = {
  noInterviews: {
    en: "The input has no interviews. If the export should have some, run it again and check its filters.",
    zh: "文件中没有面试。如果应该有，请检查导出时的筛选条件，再重新导出。",
  },
  cannotReadInput: { en: "The input cannot be read: {reason}", zh: "无法读取文件：{reason}" },
  unknownTimeZone: {
    en: "There is no time zone {name}. Use a name such as Asia/Shanghai, or an offset such as +08:00.",
    zh: "无法识别时区“{name}”。请使用 Asia/Shanghai（中国）这样的名称，或 +08:00 这样的偏移量。",
  },
  unknownEncoding: {
    en: "There is no encoding {name}. Use one such as utf-8, utf-16le, {names}.",
    zh: "不支持编码{name}。请使用 utf-8、utf-16le、{names}等。",
  },
  unclearEncoding: {
    en: 'Line {line} has text that is not UTF-8. Read in other encodings, it begins {readings}. Name the right one with --encoding, or save the file as UTF-8 ("CSV UTF-8" in Excel).',
    zh: "第{line}行的文字不是 UTF-8。按其他编码读取时，开头分别是{readings}。请用 --encoding 指明正确的编码，或把文件存为 UTF-8（Excel 中的“CSV UTF-8”）。",
  },
  reading: { en: "{encoding}: {text}", zh: "{encoding}：{text}" },
  readAsGb18030: {
    en: "The text is not UTF-8; it is read as GB18030, as Chinese Excel writes it.",
    zh: "文字不是 UTF-8，已按 GB18030（中文版 Excel 的编码）读取。",
  },
  mayBeGb18030: {
    en: "The text is read as UTF-8, but has so few characters beyond ASCII that it may be GB18030: look at them in a dry run, or save the file as CSV UTF-8.",
    zh: "文字已按 UTF-8 读取，但非 ASCII 字符太少，也可能是 GB18030：请在试运行（--dry-run）中核对，或把文件另存为“CSV UTF-8”。",
  },
  notUtf8: {
    en: "Line {line} has bytes that are not UTF-8. Save the file as UTF-8 and try again, or name its encoding with --encoding.",
    zh: "第{line}行有不是 UTF-8 的字节。请把文件存为 UTF-8 再试，或用 --encoding 指明编码。",
  },
  mixedEncodings: {
    en: "Line {line} is UTF-8, but lines before it are GB18030, as if two files had been joined. Save each of them as UTF-8 before they are joined, or export all of it at once.",
    zh: "第{line}行是 UTF-8，而前面的行是 GB18030，像是由两个文件拼接而成。请先把每个文件分别存为 UTF-8 再拼接，或重新导出为一个文件。",
  },
  neitherEncoding: {
    en: "Line {line} has bytes that are neither UTF-8 nor {encoding}. Save the file as UTF-8 and try again.",
    zh: "第{line}行有既不是 UTF-8 也不是{encoding}的字节。请把文件存为 UTF-8 再试。",
  },
  otherFormat: {
    en: 'The input is {kind}, and cannot be read as text. Save it as UTF-8 ("CSV UTF-8" in Excel), or name its format with --format.',
    zh: "这个文件是{kind}，不能按文本读取。请存为 UTF-8（Excel 中的“CSV UTF-8”），或用 --format 指明格式。",
  },
  zipArchive: { en: "an Excel workbook or another zip archive", zh: "Excel 工作簿或其他 zip 文件" },
  oldWorkbook: { en: "an old Excel workbook (.xls)", zh: "旧版 Excel 工作簿（.xls）" },
  gzip: { en: "compressed (gzip)", zh: "压缩文件（gzip）" },
  utf16: {
    en: 'The input is UTF-16 text without a byte order mark, or no text. Save it as UTF-8 ("CSV UTF-8" in Excel), or read it with --encoding utf-16le.',
    zh: "这个文件是没有 BOM 的 UTF-16 文本，或根本不是文本。请存为 UTF-8（Excel 中的“CSV UTF-8”），或用 --encoding utf-16le 读取。",
  },
  fileChanged: {
    en: "The file changed while it was being read, and none of its new content was imported. Wait until it is saved, check it, and run the import again.",
    zh: "文件在读取期间被修改，修改后的内容没有导入。请等文件保存好、检查无误后，再次运行导入。",
  },
  // Tables.
  unreadableHeader: {
    en: "The header ({place}) cannot be read: expected {expected}, received {received}.",
    zh: "无法读取表头（{place}）：要求{expected}；实际：{received}。",
  },
  tooManyColumns: {
    en: "The header ({place}) has {count} columns; at most {max} are read.",
    zh: "表头（{place}）有{count}列，最多读取{max}列。",
  },
  columnTwice: {
    en: "The header ({place}) has the column {name} twice. Remove or rename one.",
    zh: "表头（{place}）中“{name}”列出现了两次。请删除一列或改名。",
  },
  columnsAlike: {
    en: "The header ({place}) has several columns that may be {name}: {names}. Rename one of them to {name}.",
    zh: "表头（{place}）中有几列都可能是{name}：{names}。请把其中一列改名为{name}。",
  },
  columnsUnderstood: { en: "Recognized by their names: {columns}.", zh: "已按列名识别：{columns}。" },
  columnUnderstood: { en: '"{name}" ({column})', zh: "“{name}”（{column}）" },
  misspeltColumns: {
    en: "The header ({place}) has unknown columns that are almost known ones: {columns}. Rename each to the name in brackets, or to something else.",
    zh: "表头（{place}）中有几列与已知的列只差一点：{columns}。请改成括号中的列名，或改成其他名称。",
  },
  missingHeader: {
    en: "The first row ({place}) must name the columns, external_application_id among them ({names}). If the table has columns of its own, run feishu-hire map on it first.",
    zh: "表头（{place}）必须是列名，至少要有 external_application_id（可用的列名：{names}）。如果表格用的是自己的列名，请先对它运行 feishu-hire map。",
  },
  titleAbove: {
    en: "The first row ({place}) must name the columns, but only one of its cells is filled: {title}. If that is a title, delete the rows above the names of the columns.",
    zh: "表头（{place}）必须是列名，但只有一个单元格有内容：{title}。如果这是标题，请删除列名上方的行。",
  },
  rejectedNeedsMapping: {
    en: "These are rejected rows of a table with columns of its own. Pass the mapping of the file that they come from: {map}",
    zh: "这些是被拒绝的行，原表格用的是自己的列名。请用原文件的映射文件读取：{map}",
  },
  missingHeaderSeparator: {
    en: "The first row ({place}) must name the columns, external_application_id among them ({names}). Separate the cells by commas.",
    zh: "表头（{place}）必须是列名，至少要有 external_application_id（可用的列名：{names}）。单元格请用英文逗号隔开。",
  },
  readOnce: {
    en: "This input can be read only once, so rows of an interview that are not adjacent are found after the first of them have been sent. Import a file instead, or sort the rows by external_id.",
    zh: "数据只能读取一次，因此同一场面试的行若不相邻，要在前几行发送之后才能发现。请改为导入文件，或按 external_id 排序。",
  },
  bareNumbers: {
    en: "All cells of {column} are bare numbers: {meanings}. In several systems 1 means passed, in Feishu failed: check some rows, or write the words instead.",
    zh: "{column}列全是数字：{meanings}。各系统的编号含义可能不同（例如面试结论 1，有些系统表示通过，飞书则表示不通过）：请核对几行，或改写成文字。",
  },
  bareNumber: {
    en: {
      one: "{number} becomes {meaning} in {count} row",
      other: "{number} becomes {meaning} in {count} rows",
    },
    zh: "{count}行的“{number}”按{meaning}处理",
  },
  noChoice: { en: "nothing", zh: "无效值" },
  repeatedHeader: {
    en: "The header is repeated ({place}); ignored.",
    zh: "表头重复出现（{place}），已忽略。",
  },
  endsWithinLine: {
    en: "The last line has no line end. If the file was cut short, its last row lacks text: compare it with the export.",
    zh: "最后一行没有换行符。如果文件不完整，最后一行会缺少内容：请与原导出核对。",
  },
  separator: {
    en: "The cells of this file are separated by {separator} instead of commas, and are read so.",
    zh: "此文件的单元格用{separator}隔开，而不是逗号，已按此读取。",
  },
  tabs: { en: "tabs", zh: "制表符" },
  semicolons: { en: "semicolons", zh: "分号（;）" },
  bars: { en: "bars", zh: "竖线（|）" },
  columnsWouldBeLost: {
    en: 'Unknown columns have values, which would be lost: {columns}. Draft a mapping with feishu-hire map, or rename them as in "feishu-hire template csv"; ignore those that are not needed with {flags}.',
    zh: "以下列无法识别，但其中有内容，导入会丢失：{columns}。请先用 feishu-hire map 生成映射文件，或改用 feishu-hire template csv 列出的列名；不需要的列用{flags}忽略。",
  },
  unknownColumns: {
    en: "Unknown columns, which are not imported: {columns}. If one has values, import stops: map it or ignore it first.",
    zh: "无法识别的列（不会导入）：{columns}。如果其中有内容，导入会停止：请先写入映射文件，或忽略这些列。",
  },
  unknownRatings: {
    en: "Unknown columns, which are not imported: {columns}. If they are criteria with a rating in each, name them in a mapping, or give each rating a row of its own with dimension_title, dimension_type and dimension_value.",
    zh: "无法识别的列（不会导入）：{columns}。如果每列是一个评价维度，请在映射文件中指明，或把每个评分写成单独的一行，填写 dimension_title、dimension_type 和 dimension_value。",
  },
  columnNumber: { en: "column {column}", zh: "第{column}列" },
  namelessColumn: { en: "column {column} (without a name)", zh: "第{column}列（没有列名）" },
  columnMeant: { en: "{name} ({meant}?)", zh: "{name}（{meant}？）" },
  columnMeantBlank: { en: "{name} ({meant}?, blank)", zh: "{name}（{meant}？空列）" },
  columnBlank: { en: "{name} (blank)", zh: "{name}（空列）" },
  moreColumns: { en: "and {count} more", zh: "另有{count}列" },
  // Workbooks.
  damagedWorkbook: {
    en: "The workbook is damaged or cut short: {reason}. Open it in Excel, save it anew as .xlsx and try again.",
    zh: "工作簿已损坏，或没有下载完整（{reason}）。请在 Excel 中打开，另存为 .xlsx 再试。",
  },
  oversizedWorkbook: {
    en: 'The workbook is too large: {reason}. Split it, or save the sheet as "CSV UTF-8".',
    zh: "工作簿太大（{reason}）。请拆分，或把工作表存为“CSV UTF-8”。",
  },
  encryptedWorkbook: {
    en: "The workbook is encrypted. Save it without a password and try again.",
    zh: "工作簿已加密。请取消密码保存后再试。",
  },
  binaryWorkbook: {
    en: "The workbook is a binary one (.xlsb). Save it as .xlsx and try again.",
    zh: "工作簿是二进制格式（.xlsb）。请另存为 .xlsx 再试。",
  },
  notAWorkbook: {
    en: "The input is no Excel workbook (.xlsx), although it is named or said to be one. If it is a CSV, use --format csv; otherwise open it in Excel and save it as .xlsx.",
    zh: "这个文件不是 Excel 工作簿（.xlsx），与文件名或 --format 不符。如果是 CSV，请加上 --format csv；否则请在 Excel 中打开，另存为 .xlsx 再试。",
  },
  workbookStream: {
    en: "A workbook cannot be read from a pipe. Save it as a file and import that.",
    zh: "工作簿不能从管道读取，请存为文件再导入。",
  },
  noSuchSheet: {
    en: 'The workbook has no sheet "{name}". It has {sheets}.',
    zh: "工作簿中没有工作表“{name}”，只有{sheets}。",
  },
  severalSheets: {
    en: "The workbook has several sheets with rows: {sheets}. Choose one by its name with --sheet.",
    zh: '工作簿中有多个工作表含有数据：{sheets}。请用 --sheet "工作表名" 选择一个。',
  },
  noSheetWithRows: {
    en: "No visible sheet of the workbook has rows. It has {sheets}.",
    zh: "工作簿中可见的工作表都没有数据（现有工作表：{sheets}）。",
  },
  hiddenSheet: { en: '"{text}" (hidden)', zh: "“{text}”（已隐藏）" },
  hiddenSheets: {
    en: "The workbook has hidden sheets, which are not imported: {sheets}.",
    zh: "工作簿中有隐藏的工作表，不会导入：{sheets}。",
  },
  hiddenRows: {
    en: {
      one: "{count} row of the sheet is hidden, by a filter perhaps; it is imported too.",
      other: "{count} rows of the sheet are hidden, by a filter perhaps; they are imported too.",
    },
    zh: "工作表中有{count}行被隐藏（可能是筛选造成的），也会导入。",
  },
  hiddenColumns: {
    en: "The sheet has hidden columns, which are read too: {columns}.",
    zh: "工作表中有隐藏的列，也会读取：{columns}。",
  },
  openDocument: { en: "an OpenDocument file", zh: "OpenDocument 文件" },
  otherZip: { en: "a zip archive, but not an Excel workbook", zh: "zip 文件，但不是 Excel 工作簿" },
  tooManyCharacters: { en: "its texts have over {count} characters", zh: "文字超过{count}个字符" },
  tooManyParts: { en: "it has {count} parts", zh: "内含{count}个文件" },
  tooManyBytes: {
    en: "{name} holds {bytes} bytes, more than {max}",
    zh: "{name}有{bytes}字节，超过{max}",
  },
  zipBomb: {
    en: "{name} is compressed {ratio} times or more, as only a zip bomb is",
    zh: "{name}的压缩比达到{ratio}倍，只有压缩炸弹才会如此",
  },
  otherArchive: {
    en: "The input is {kind}. Save the sheet as .xlsx and try again.",
    zh: "这个文件是{kind}。请把工作表存为 .xlsx 再试。",
  },
} as const;
