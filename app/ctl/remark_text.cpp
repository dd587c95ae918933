// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/remark_text.h"

#include <array>

namespace tongban::ctl {

using dmn::Remark;
using feel::Expectation;

namespace {

struct Line {
    Remark remark;
    std::string_view text;
};

constexpr std::array kLines{
    Line{Remark::UnexpectedText, "第 %2 个字符处读到 %3,此处应为%4。"},
    Line{Remark::WrongArguments, "第 %2 个字符处:%3 不接受这样的参数,应为%4。"},
    Line{Remark::TextTooDeep, "第 %2 个字符处:表达式嵌套过深。"},
    Line{Remark::TextTooLong, "文字过长。"},
    Line{Remark::TextNotUtf8, "第 %2 个字符处:文字不是 UTF-8 编码。"},
    Line{Remark::UnknownName, "第 %2 个字符处:没有声明过名称 %3。"},
    Line{Remark::UnknownFunction, "第 %2 个字符处:没有名为 %3 的函数。"},
    Line{Remark::UnknownType, "没有定义过类型“%1”。"},
    Line{Remark::MissingElement, "需要的元素不存在,或者所在的模型没有提供。"},
    Line{Remark::MissingImport, "导入的模型“%1”没有提供。"},
    Line{Remark::ForeignImport, "导入了类型为“%2”的“%1”;只能导入 DMN 模型。"},
    Line{Remark::DuplicateName, "两个元素的名称相同。"},
    Line{Remark::DuplicateIdentifier, "两个元素的标识同为 %1。"},
    Line{Remark::DuplicateType, "两个类型定义的名称相同,以第一个为准。"},
    Line{Remark::Cycle, "需要用到自己的结果,形成循环:%1。"},
    Line{Remark::NoOutput, "决策表至少要有一个输出列。"},
    Line{Remark::CellCount,
         "这条规则有 %1 个输入单元格、%2 个输出单元格,而决策表有 %3 个输入列、%4 个输出列。"},
    Line{Remark::AggregationOutputs, "汇总只能有一个输出列。"},
    Line{Remark::OutputNames, "输出列的名称不能相同;“%1”出现了两次。"},
    Line{Remark::PriorityValues, "按优先级的决策表,输出值须为常量,优先者在前。"},
    Line{Remark::EmptyExpression, "表达式没有内容,结果为空。"},
    Line{Remark::NoLogic, "决策没有逻辑;除非直接给出其值,否则结果为空。"},
    Line{Remark::UnusedInput, "没有任何决策用到这个输入。"},
    Line{Remark::TypesTooDeep, "类型嵌套超过 %1 层。"},
    Line{Remark::HostFunction, "不支持用 Java 或 PMML 写的函数,只支持 FEEL。"},
    Line{Remark::FilterMatch, "筛选的条件须为文字表达式。"},
    Line{Remark::OtherLanguage, "不支持表达式语言“%1”,只支持 FEEL。"},
    Line{Remark::CellKind, "单元格 %1 的值是 %2,而所在列的类型是 %3,永远不会成立。"},
    Line{Remark::CellImpossible, "没有一个允许的值能满足单元格 %1。"},
    Line{Remark::OutputNotAllowed, "输出的值与所在列的类型不符,或不在输出值之内。"},
    Line{Remark::OverlapUnique, "两条规则同时适用,而命中策略 UNIQUE 只允许一条。"},
    Line{Remark::OverlapAny, "两条规则同时适用而输出不同,命中策略 ANY 要求输出相同。"},
    Line{Remark::Masked, "规则永远不会起决定作用:排在它前面的规则覆盖了它的全部情形。"},
    Line{Remark::Gap, "没有任何规则适用。"},
    Line{Remark::Residual,
         "有的单元格不只是常量,或属于检查不作划分的类型,检查时按可能成立也可能不成立处理。"},
    Line{Remark::TableTooLarge, "决策表过大,无法查全;共检查了 %1 种组合。"},
    Line{Remark::NotXml, "不是格式良好的 XML:%1。"},
    Line{Remark::DocumentType, "DMN 模型中不接受文档类型声明和实体。"},
    Line{Remark::ElementsTooDeep, "元素嵌套超过 %1 层。"},
    Line{Remark::TooManyElements, "元素超过 %1 个。"},
    Line{Remark::TooManyBytes, "DMN 模型有 %1 字节,最多接受 %2 字节。"},
    Line{Remark::TextOnly, "此处只应有文字,却读到元素 %1。"},
    Line{Remark::OtherRoot, "根元素不是 20151101 至 20240513 之间任一 DMN 命名空间的 definitions。"},
    Line{Remark::TwoExpressions, "一个决策只能有一个表达式,却读到第二个。"},
    Line{Remark::RelationRow, "关系表每行应有 %1 列,却读到 %2 列。"},
    Line{Remark::HitPolicyName,
         "命中策略“%1”不存在;应为 UNIQUE、FIRST、PRIORITY、ANY、COLLECT、RULE ORDER 或 OUTPUT ORDER。"},
    Line{Remark::AggregationName, "汇总方式“%1”不存在;应为 SUM、COUNT、MIN 或 MAX。"},
};

/// In the order of the enumerators, so that none is forgotten and looking up is an index.
constexpr bool isComplete()
{
    for (std::size_t i = 0; i < kLines.size(); ++i) {
        if (static_cast<std::size_t>(kLines[i].remark) != i)
            return false;
    }
    return kLines.size() == dmn::kRemarks;
}
static_assert(isComplete());

} // namespace

std::string_view chineseSentence(Remark remark)
{
    return kLines[static_cast<std::size_t>(remark)].text;
}

std::string_view chineseWords(Expectation expectation)
{
    switch (expectation) {
    case Expectation::Sign: return {};
    case Expectation::Expression: return "一个表达式";
    case Expectation::OperatorOrEnd: return "运算符,或文字到此结束";
    case Expectation::CommaOrEnd: return "“,”,或文字到此结束";
    case Expectation::VariableName: return "变量的名称";
    case Expectation::TypeName: return "类型的名称";
    case Expectation::MemberName: return "成员的名称";
    case Expectation::ParameterName: return "参数的名称";
    case Expectation::EntryName: return "条目的名称";
    case Expectation::Number: return "能够表示的数";
    case Expectation::String: return "一个字符串";
    case Expectation::RangeEnd: return "区间末尾的“]”“)”或“[”";
    case Expectation::CommentEnd: return "注释末尾的“*/”";
    case Expectation::StringEnd: return "字符串末尾的引号";
    case Expectation::CodePoint: return "十六进制的字符编码";
    case Expectation::KnownName: return "已声明的名称";
    }
    return {};
}

} // namespace tongban::ctl
