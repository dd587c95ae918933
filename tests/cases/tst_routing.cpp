// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/check.h"
#include "core/dmn/compiled_model.h"
#include "core/dmn/evaluator.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <memory>
#include <set>
#include <sstream>
#include <string>

using namespace tongban;

class TstRouting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFieldLevelAndClassHasExactlyOneQueue();
    void everyRuleOpensAQueueOfItsOwn();
    void anUnknownFieldHasNoQueue();
    void theTableHasNeitherGapsNorOverlaps();

private:
    std::string queueOf(const std::string &field, const std::string &level, const std::string &itemClass);

    std::shared_ptr<const dmn::CompiledModel> m_model;
    std::set<std::string> m_fields;
};

void TstRouting::initTestCase()
{
    auto model =
        dmn::CompiledModel::load(tests::readFile(tests::sourcePath("resources/models/routing/1.dmn")));
    QVERIFY_OK(model);
    m_model = *std::move(model);

    std::istringstream fields(tests::readFile(tests::sourcePath("resources/catalogue/fields.csv")));
    std::string line;
    std::getline(fields, line);
    while (std::getline(fields, line))
        m_fields.insert(line.substr(0, line.find(',')));
    QCOMPARE(m_fields.size(), std::size_t(11));
}

std::string TstRouting::queueOf(const std::string &field, const std::string &level,
                                const std::string &itemClass)
{
    dmn::Evaluator evaluator(m_model);
    evaluator.reset();
    const bool given = evaluator.setInput("领域", feel::Value(field))
        && evaluator.setInput("级别", feel::Value(level))
        && evaluator.setInput("类别", feel::Value(itemClass));
    const auto outcome = evaluator.evaluate("审批队列");
    if (!given || !outcome || !outcome->value.isContext())
        return {};
    return std::string(outcome->value.context().find("队列")->string());
}

void TstRouting::everyFieldLevelAndClassHasExactlyOneQueue()
{
    // The table is UNIQUE: two matching rules would answer null.
    for (const std::string &field : m_fields)
        for (const char *level : {"city", "district"})
            for (const char *itemClass : {"licence", "filing", "other"})
                QVERIFY2(!queueOf(field, level, itemClass).empty(),
                         (field + ", " + level + ", " + itemClass).c_str());
}

void TstRouting::everyRuleOpensAQueueOfItsOwn()
{
    std::set<std::string> queues;
    for (const std::string &field : m_fields)
        for (const char *level : {"city", "district"})
            for (const char *itemClass : {"licence", "filing", "other"})
                queues.insert(queueOf(field, level, itemClass));
    QCOMPARE(queues.size(), m_model->table(0).rules.size());
}

void TstRouting::anUnknownFieldHasNoQueue()
{
    QVERIFY(queueOf("space", "city", "licence").empty());
    QVERIFY(queueOf("taxi", "village", "licence").empty());
}

void TstRouting::theTableHasNeitherGapsNorOverlaps()
{
    for (const dmn::Finding &finding : dmn::checkModel(*m_model))
        QFAIL(dmn::describe(finding).c_str());
}

QTEST_APPLESS_MAIN(TstRouting)
#include "tst_routing.moc"
