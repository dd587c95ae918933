// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/cases.h"
#include "tests/support/patience.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/screen_check.h"
#include "tests/ui/support/watchdog.h"
#include "ui/rules/rules_screen.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace tongban;

/// The catalogue and its rules, read and tried by keys.
class TstRulesScreen : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void allItemsAreThereAndTheNumberTellsTheTruth();
    void wordsNarrowTheListDown();
    void anItemSaysItsLimitsDocumentsAndPowers();
    void aCancelledItemSaysSinceWhenAndByWhat();
    void theRulesAreATableWithArticles();
    void aDayBeforeTheRulesHasNone();
    void aPastCaseIsTriedAndItsRowsAreLit();
    void aMissedRowSaysWhichConditionFailed();
    void whatCannotBeReadIsSaidAtItsField();
    void theTablesAreCopiedForASpreadsheet();
    void escapeLeadsFromThePageToTheList();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_screen->findChild<Widget *>(QString::fromLatin1(name));
    }
    QTabWidget *page() const { return find<QTabWidget>("rulePage"); }
    QTableWidget *items() const { return find<QTableWidget>("itemTable"); }
    QTableWidget *rules() const { return find<QTableWidget>("ruleTable"); }
    void openRules(const QString &item);
    QStringList aGrantedCase() const;
    void takeCase(const QString &serial);
    void run();
    /// Whether every answer that was asked of the workspace is on the screen.
    bool isAtRest() const
    {
        return std::ranges::all_of(m_screen->findChildren<QFutureWatcherBase *>(),
                                   [](const auto *watcher) { return watcher->isFinished(); });
    }

    tests::OfficeFolder m_office{200};
    ui::Theme m_theme;
    service::SignedIn m_person;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::RulesScreen> m_screen;
};

void TstRulesScreen::init()
{
    m_thread = m_office.open();
    m_screen =
        std::make_unique<ui::RulesScreen>(*m_thread, m_theme, approval::Language::Chinese, m_person, nullptr);
    m_screen->resize(1400, 900);
    m_screen->show();
    m_screen->enter();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    EVENTUALLY(items()->rowCount() >= 223);
    tests::WatchedApplication::begin();
}

void TstRulesScreen::cleanup()
{
    m_screen.reset();
    m_thread.reset();
}

void TstRulesScreen::openRules(const QString &item)
{
    find<QLineEdit>("itemWords")->setText(item);
    QCOMPARE(items()->rowCount(), 1);
    EVENTUALLY(page()->isTabEnabled(1) && find<QTextBrowser>("itemPage")->toPlainText().contains(item));
    EVENTUALLY(rules()->rowCount() > 3);
}

/// Of a case that the rules granted: its item and its number.
QStringList TstRulesScreen::aGrantedCase() const
{
    using Found = std::pair<std::string, std::string>;
    const auto find = [](service::Workspace &workspace) -> Result<Found> {
        service::CaseQuery query;
        query.limit = 200;
        for (const service::CaseLine &line : TRY(service::caseListPage(workspace, query, {})).lines) {
            const auto story = TRY(service::caseStory(workspace, line.serial, approval::Language::Chinese));
            if (story.state.decision && story.state.decision->actor == "tongban-worker")
                return Found{line.item, line.serial};
        }
        return Found{};
    };
    const Found found = *m_thread->run(find).result();
    return {QString::fromStdString(found.first), QString::fromStdString(found.second)};
}

void TstRulesScreen::takeCase(const QString &serial)
{
    page()->setCurrentIndex(2);
    auto *number = find<QLineEdit>("trialCase");
    number->setText(serial);
    QSignalSpy said(m_screen.get(), &ui::Screen::said);
    QTest::keyClick(number, Qt::Key_Return);
    EVENTUALLY(!said.isEmpty());
    QVERIFY2(said.first().first().toString().contains(serial), qPrintable(said.first().first().toString()));
}

void TstRulesScreen::run()
{
    page()->setCurrentIndex(2);
    find<QLineEdit>("trialCase")->setFocus();
    QTest::keyClick(find<QLineEdit>("trialCase"), Qt::Key_Return, Qt::ControlModifier);
}

void TstRulesScreen::allItemsAreThereAndTheNumberTellsTheTruth()
{
    auto *kind = find<QComboBox>("itemKind");
    const int all = items()->rowCount();
    kind->setCurrentIndex(1);
    QCOMPARE(items()->rowCount(), 223);
    QVERIFY(find<QLabel>("itemCount")->text().contains(QStringLiteral("223")));
    kind->setCurrentIndex(2);
    const int byRules = items()->rowCount();
    kind->setCurrentIndex(3);
    QCOMPARE(byRules + items()->rowCount(), 223);
    kind->setCurrentIndex(4);
    const int cancelled = items()->rowCount();
    kind->setCurrentIndex(5);
    QCOMPARE(223 + cancelled + items()->rowCount(), all);
}

void TstRulesScreen::wordsNarrowTheListDown()
{
    QTest::keyClicks(find<QLineEdit>("itemWords"), QStringLiteral("cz-00"));
    QVERIFY(items()->rowCount() > 0 && items()->rowCount() < 12);
    find<QComboBox>("itemField")->setCurrentIndex(1);
    for (int row = 0; row < items()->rowCount(); ++row)
        QCOMPARE(items()->item(row, 2)->text(), find<QComboBox>("itemField")->currentText());
}

void TstRulesScreen::anItemSaysItsLimitsDocumentsAndPowers()
{
    find<QLineEdit>("itemWords")->setText(QStringLiteral("CZ-001"));
    const auto *text = find<QTextBrowser>("itemPage");
    EVENTUALLY(text->toPlainText().contains(QStringLiteral("CZ-001")));
    for (const char *part : {"Limits in working days", "Documents (", "Who could decide", "Power list"})
        QVERIFY2(text->toPlainText().contains(QString::fromLatin1(part)), part);
}

void TstRulesScreen::aCancelledItemSaysSinceWhenAndByWhat()
{
    find<QComboBox>("itemKind")->setCurrentIndex(4);
    QVERIFY(items()->rowCount() > 0);
    const auto *text = find<QTextBrowser>("itemPage");
    EVENTUALLY(text->toPlainText().contains(QStringLiteral("Cancelled since")));
    QVERIFY(text->toPlainText().contains(QStringLiteral("Basis:")));
    QVERIFY(!page()->isTabEnabled(1) || rules()->rowCount() > 0);
}

void TstRulesScreen::theRulesAreATableWithArticles()
{
    openRules(QStringLiteral("CZ-001"));
    page()->setCurrentIndex(1);
    const int article = rules()->columnCount() - 1;
    for (int row = 0; row < rules()->rowCount(); ++row)
        QVERIFY(!rules()->item(row, article)->text().isEmpty());
    for (int column = 0; column < rules()->columnCount(); ++column)
        QVERIFY(!rules()->horizontalHeaderItem(column)->text().isEmpty());
    QVERIFY(rules()->isColumnHidden(1));
    QVERIFY(!find<QLabel>("rulePolicy")->text().isEmpty());
    QVERIFY(find<QLabel>("ruleAbout")->text().contains(QStringLiteral("SHA-256")));
}

void TstRulesScreen::aDayBeforeTheRulesHasNone()
{
    openRules(QStringLiteral("CZ-001"));
    find<QDateEdit>("itemDay")->setDate(QDate(2001, 1, 1));
    EVENTUALLY(!page()->isTabEnabled(1));
}

void TstRulesScreen::aPastCaseIsTriedAndItsRowsAreLit()
{
    const QStringList granted = aGrantedCase();
    openRules(granted[0]);
    takeCase(granted[1]);
    run();
    EVENTUALLY_COMPARE(page()->currentIndex(), 1);
    QVERIFY(find<QLabel>("trialResult")->text().contains(QStringLiteral("would grant")));
    QVERIFY(!rules()->isColumnHidden(1));
    auto *tables = find<QComboBox>("ruleTables");
    int lit = 0;
    for (int table = 0; table < tables->count(); ++table) {
        tables->setCurrentIndex(table);
        for (int row = 0; row < rules()->rowCount(); ++row)
            if (rules()->item(row, 1)->text() == QStringLiteral("applies")) {
                ++lit;
                QCOMPARE(rules()->item(row, 0)->background().color(), m_theme.tokens().counted);
            }
    }
    QVERIFY(lit > 0);
}

void TstRulesScreen::aMissedRowSaysWhichConditionFailed()
{
    const QStringList granted = aGrantedCase();
    openRules(granted[0]);
    takeCase(granted[1]);
    run();
    EVENTUALLY_COMPARE(page()->currentIndex(), 1);
    int told = 0;
    for (int row = 0; row < rules()->rowCount(); ++row) {
        const QString text = rules()->item(row, 1)->text();
        if (!text.startsWith(QStringLiteral("does not apply:")))
            continue;
        ++told;
        int marked = 0;
        for (int column = 2; column < rules()->columnCount(); ++column)
            if (rules()->item(row, column)->background().color() == m_theme.tokens().excluded) {
                ++marked;
                QVERIFY(text.contains(rules()->horizontalHeaderItem(column)->text()));
                QVERIFY(text.contains(rules()->item(row, column)->text()));
            }
        QCOMPARE(marked, 1);
    }
    QVERIFY(told > 0);
}

void TstRulesScreen::whatCannotBeReadIsSaidAtItsField()
{
    openRules(QStringLiteral("CZ-001"));
    page()->setCurrentIndex(2);
    // Looked for anew each time: a late answer about the item makes the form again.
    const auto number = [this]() -> QLineEdit * {
        for (auto *line :
             m_screen->findChildren<QLineEdit *>(QRegularExpression(QStringLiteral("^trial\\."))))
            if (line->placeholderText() == QStringLiteral("A number"))
                return line;
        return nullptr;
    };
    EVENTUALLY(isAtRest() && number() != nullptr);
    number()->setText(QStringLiteral("many"));
    run();
    EVENTUALLY(number() != nullptr && number()->hasFocus());
    QCOMPARE(page()->currentIndex(), 2);
    QCOMPARE(number()->text(), QStringLiteral("many"));
}

void TstRulesScreen::theTablesAreCopiedForASpreadsheet()
{
    openRules(QStringLiteral("CZ-001"));
    page()->setCurrentIndex(1);
    rules()->clearSelection();
    QTest::keyClick(rules(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), rules()->rowCount() + 1);
    for (const QString &line : lines)
        QCOMPARE(line.count(QLatin1Char('\t')), rules()->columnCount() - 2);
}

void TstRulesScreen::escapeLeadsFromThePageToTheList()
{
    openRules(QStringLiteral("CZ-001"));
    QTest::keyClick(items(), Qt::Key_Return);
    EVENTUALLY(!items()->hasFocus());
    QVERIFY(m_screen->back());
    QVERIFY(items()->hasFocus());
    QVERIFY(!m_screen->back());
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstRulesScreen>(argc, argv);
}
#include "tst_rules_screen.moc"
