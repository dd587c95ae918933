// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/error_text.h"

namespace tongban::ctl {

namespace {

std::string_view heading(ErrorCode code, Language language)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return pick(language, "输入有问题,没有作任何改动。请按下面的说明改正后再试。",
                    "The input is wrong; nothing was changed. Correct it as said below and try again.");
    case ErrorCode::NotFound:
        return pick(language, "找不到。没有作任何改动。请核对名称或编号。",
                    "Not found; nothing was changed. Check the name or number.");
    case ErrorCode::Conflict:
        return pick(
            language, "与已有的状态冲突,这一步没有执行;此前已提交的都保留着。请重新查看后再决定。",
            "This conflicts with what is stored; this step was not taken, what was committed before is kept. "
            "Look again, then decide.");
    case ErrorCode::Unavailable:
        return pick(language,
                    "暂时无法完成。已提交的都保留着,"
                    "未提交的一步已完整撤回。排除下面的原因后重新运行同一命令即可继续。",
                    "Not possible at the moment. What was committed is kept, the unfinished step was undone "
                    "as a whole. "
                    "Remove the cause below and run the same command again.");
    case ErrorCode::Corrupted:
        return pick(language,
                    "存储的内容与当初写入的不一致,已停止。请不要继续写入;保留此文件,从备份恢复,并运行 "
                    "tongbanctl audit verify。",
                    "What is stored is not what was written; stopped. Do not write any further: keep the "
                    "file, restore a "
                    "backup and run tongbanctl audit verify.");
    case ErrorCode::Denied:
        return pick(language, "没有权限。没有作任何改动。", "Not permitted; nothing was changed.");
    case ErrorCode::Internal:
        return pick(language, "程序缺陷。已提交的都保留着。请把下面的内容报告给维护人员。",
                    "A defect of the program. What was committed is kept. Report the lines below.");
    }
    return {};
}

} // namespace

std::string errorText(const Error &error, Language language)
{
    std::string out(heading(error.code, language));
    out += "\n  ";
    out += error.detail;
    if (error.code == ErrorCode::Internal)
        out += std::string(" (") + error.file + ':' + std::to_string(error.line) + ')';
    return out;
}

} // namespace tongban::ctl
