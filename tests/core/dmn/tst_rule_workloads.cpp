// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/evaluator.h"
#include "core/feel/json.h"
#include "tests/core/dmn/data_folder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <vector>

using namespace tongban;
using namespace tongban::dmn;

/// Two workloads with agreed results: W1, a permit of 25 + 10 rules over 20 inputs, and W2, a tariff of 1,000
/// rules.
class TstRuleWorkloads : public QObject
{
    Q_OBJECT

private slots:
    void resultsAgree_data();
    void resultsAgree();
};

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(test::workloadFolder() + QLatin1Char('/') + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string text(const feel::Value &value, const char *member)
{
    const feel::Value *found = value.isContext() ? value.context().find(member) : nullptr;
    return found ? feel::textOf(*found) : "?";
}

/// "R09|R11;remedy;Casework;2025-01-27" or "T0573;7.416;auto".
std::string lineOf(const feel::Value &value, bool isPermit)
{
    if (!isPermit)
        return text(value, "code") + ";" + text(value, "rate") + ";" + text(value, "approval");
    std::string codes;
    const feel::Value *reasons = value.isContext() ? value.context().find("reasons") : nullptr;
    if (reasons && reasons->isList()) {
        for (const feel::Value &reason : reasons->list())
            codes += (codes.empty() ? "" : "|") + text(reason, "code");
    }
    return codes + ";" + text(value, "route") + ";" + text(value, "unit") + ";" + text(value, "deadline");
}

/// The inputs of each case, read once.
std::vector<std::vector<std::pair<std::size_t, feel::Value>>> casesOf(const CompiledModel &model,
                                                                      const QByteArray &lines)
{
    std::vector<feel::Component> components;
    for (const ElementInfo &input : model.inputs())
        components.push_back({input.name, input.type});
    const feel::Type type = feel::Type::context(std::move(components));
    std::vector<std::vector<std::pair<std::size_t, feel::Value>>> cases;
    for (const QByteArray &line : lines.split('\n')) {
        if (line.isEmpty())
            continue;
        const auto value = feel::parseJson(line.toStdString(), type);
        auto &one = cases.emplace_back();
        if (!value)
            continue;
        for (std::size_t i = 0; i < value->context().size(); ++i)
            one.emplace_back(*model.find(value->context().name(i)), value->context().value(i));
    }
    return cases;
}

} // namespace

void TstRuleWorkloads::resultsAgree_data()
{
    if (test::workloadFolder().isEmpty())
        QSKIP(
            "the rule workloads are not beside the source tree; set TONGBAN_RULE_WORKLOADS to their folder");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("data");
    QTest::addColumn<QByteArray>("decision");
    QTest::addColumn<bool>("isTraced");
    for (const bool isTraced : {false, true}) {
        const char *suffix = isTraced ? " traced" : "";
        QTest::addRow("W1%s", suffix)
            << QStringLiteral("w1") << QStringLiteral("w1") << QByteArray("PermitDecision") << isTraced;
        QTest::addRow("W2 unique%s", suffix)
            << QStringLiteral("w2") << QStringLiteral("w2") << QByteArray("Tariff") << isTraced;
        QTest::addRow("W2 first%s", suffix)
            << QStringLiteral("w2-first") << QStringLiteral("w2") << QByteArray("Tariff") << isTraced;
    }
}

void TstRuleWorkloads::resultsAgree()
{
    QFETCH(QString, model);
    QFETCH(QString, data);
    QFETCH(QByteArray, decision);
    QFETCH(bool, isTraced);
    QElapsedTimer timer;
    timer.start();
    const auto compiled = CompiledModel::load(contentOf(model + QStringLiteral(".dmn")).toStdString());
    const qint64 loaded = timer.nsecsElapsed();
    QVERIFY2(compiled, compiled ? "" : compiled.error().detail.c_str());
    const auto cases = casesOf(**compiled, contentOf(data + QStringLiteral(".inputs.jsonl")));
    QCOMPARE(cases.size(), std::size_t(10'000));
    const QList<QByteArray> expected = contentOf(data + QStringLiteral(".expected.txt")).split('\n');

    Evaluator evaluator(*compiled, isTraced ? Tracing::On : Tracing::Off);
    const std::size_t slot = (*compiled)->find(decision.toStdString()).value();
    std::vector<feel::Value> results;
    results.reserve(cases.size());
    timer.restart();
    for (const auto &one : cases) {
        evaluator.reset();
        for (const auto &[input, value] : one)
            evaluator.setInput(input, value);
        results.push_back(evaluator.evaluate(slot).value);
    }
    const double perCase = double(timer.nsecsElapsed()) / 1000.0 / double(cases.size());
    for (std::size_t i = 0; i < results.size(); ++i)
        QCOMPARE(lineOf(results[i], data == QStringLiteral("w1")), expected[qsizetype(i)].toStdString());
    qInfo("loaded in %.1f ms, %.2f microseconds a case", double(loaded) / 1e6, perCase);
}

QTEST_APPLESS_MAIN(TstRuleWorkloads)
#include "tst_rule_workloads.moc"
