// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/dmn/kit_runner.h"

#include "core/dmn/evaluator.h"
#include "core/dmn/reader.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace tongban::test {

namespace {

using feel::Kind;
using feel::Value;

bool isNear(feel::Decimal a, feel::Decimal b)
{
    const auto difference = feel::Decimal::subtract(a, b);
    const auto scale = std::max({a.magnitude(), b.magnitude(), feel::Decimal(1)});
    const auto allowed = feel::Decimal::multiply(scale, feel::Decimal::scaled(1, 8));
    return difference && allowed && difference->magnitude() <= *allowed;
}

bool matches(const Value &expected, const Value &actual, bool isExact)
{
    if (expected.kind() != actual.kind())
        return false;
    if (expected.kind() == Kind::Number)
        return expected.number() == actual.number()
            || (!isExact && isNear(expected.number(), actual.number()));
    if (expected.isList()) {
        const auto a = expected.list();
        const auto b = actual.list();
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [&](const Value &x, const Value &y) { return matches(x, y, isExact); });
    }
    if (expected.isContext()) {
        const feel::Context &a = expected.context();
        const feel::Context &b = actual.context();
        if (a.size() != b.size())
            return false;
        for (std::size_t i = 0; i < a.size(); ++i) {
            const Value *other = b.find(a.name(i));
            if (!other || !matches(a.value(i), *other, isExact))
                return false;
        }
        return true;
    }
    return expected.isNull() || feel::same(expected, actual);
}

std::optional<dmn::Model> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    auto model = dmn::readModel({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!model) {
        qWarning("%s: %s", qPrintable(path), model.error().detail.c_str());
        return std::nullopt;
    }
    return std::move(*model);
}

std::shared_ptr<const dmn::CompiledModel> compileFolder(const QDir &folder, const QString &modelName)
{
    auto main = readFile(folder.filePath(modelName));
    if (!main)
        return nullptr;
    std::vector<dmn::Model> imports;
    for (const QString &name : folder.entryList({QStringLiteral("*.dmn")}, QDir::Files, QDir::Name)) {
        if (name != modelName && !main->imports.empty()) {
            if (auto import = readFile(folder.filePath(name)))
                imports.push_back(std::move(*import));
        }
    }
    return dmn::CompiledModel::compile(std::move(*main), std::move(imports));
}

struct CaseRun {
    dmn::Evaluator &evaluator;
    bool isExact;
    const std::string &file;
    KitScore &score;

    void run(const KitCase &one)
    {
        evaluator.reset();
        for (const KitCase::Input &input : one.inputs) {
            if (!evaluator.setInput(input.name, input.value))
                score.failures.push_back(file + " " + one.id + ": no input " + input.name);
        }
        if (const auto service = evaluator.model().find(one.service); service && !one.service.empty())
            static_cast<void>(evaluator.enterService(*service));
        bool isPassed = true;
        bool isNull = true;
        for (const KitCase::Expected &expected : one.results) {
            isPassed = compare(one, expected) && isPassed;
            isNull = isNull && expected.value.isNull();
        }
        ++score.total;
        score.passed += isPassed;
        score.nonNullTotal += !isNull;
        score.nonNullPassed += !isNull && isPassed;
    }

    bool compare(const KitCase &one, const KitCase::Expected &expected)
    {
        const auto outcome = evaluator.evaluate(expected.name);
        const Value actual = outcome ? outcome->value : Value();
        const bool isFlagged = !outcome || outcome->isUndecidable;
        if (expected.isError) {
            ++score.errorsExpected;
            score.errorsFlagged += isFlagged;
        }
        if (outcome && matches(expected.value, actual, isExact))
            return true;
        std::string failure = file + " " + one.id + " " + expected.name + ": expected "
            + feel::textOf(expected.value) + ", got " + feel::textOf(actual);
        if (!evaluator.diagnostics().empty())
            failure += " (" + evaluator.model().describe(evaluator.diagnostics().front()) + ")";
        score.failures.push_back(std::move(failure));
        return false;
    }
};

bool needsTolerance(const QString &folder)
{
    static const QStringList kParts{QStringLiteral("exp"),        QStringLiteral("0003-iteration"),
                                    QStringLiteral("0012-list"),  QStringLiteral("log"),
                                    QStringLiteral("stddev"),     QStringLiteral("0004-lending"),
                                    QStringLiteral("arithmetic"), QStringLiteral("sqrt"),
                                    QStringLiteral("chapter-11"), QStringLiteral("nestedcontext"),
                                    QStringLiteral("0030"),       QStringLiteral("0076-feel-external-java")};
    return std::ranges::any_of(kParts, [&](const QString &part) { return folder.contains(part); });
}

} // namespace

void KitScore::add(const KitScore &other)
{
    total += other.total;
    passed += other.passed;
    nonNullTotal += other.nonNullTotal;
    nonNullPassed += other.nonNullPassed;
    errorsExpected += other.errorsExpected;
    errorsFlagged += other.errorsFlagged;
    failures.insert(failures.end(), other.failures.begin(), other.failures.end());
}

KitScore runKitFolder(const QString &path)
{
    KitScore score;
    const QDir folder(path);
    for (const QString &name : folder.entryList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name)) {
        const auto file = readKitFile(folder.filePath(name));
        const auto model = file ? compileFolder(folder, file->modelName) : nullptr;
        if (!model) {
            score.failures.push_back(name.toStdString() + ": not read");
            continue;
        }
        dmn::Evaluator evaluator(model);
        evaluator.setNow(feel::DateTime::parse("2026-03-17T09:30:00Z").value());
        const std::string title = folder.dirName().toStdString();
        CaseRun run{evaluator, !needsTolerance(folder.dirName()), title, score};
        for (const KitCase &one : file->cases)
            run.run(one);
    }
    return score;
}

} // namespace tongban::test
