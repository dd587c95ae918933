// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file.h"
#include "tests/support/patience.h"
#include "tests/ui/support/counter_screen.h"
#include "tests/ui/support/watchdog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace tongban;
using tests::kPerson;

/// What people really put into the fields of the counter, and machines that are not in order.
class TstIntakeInput : public tests::CounterScreen
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }
    void pastedLineBreaksAreNoPartOfAField();
    void rareCharactersAreKeptAsTheyAre_data();
    void rareCharactersAreKeptAsTheyAre();
    void aDayToComeIsToldWhereItCannotBe();
    void fullWidthDaysAreTaken();
    void withoutTheFontOfDocumentsTheCaseIsKeptAndTold();
    void aTemplateWithAnUnknownFieldPrintsNothingAndIsTold();

private:
    void paste(const char *field, const QString &text);
    /// Typed and left: while somebody types, a day that is not whole yet is no mistake.
    void typeDay(const QString &text);
    void takeIn();
    void printingFails();
};

void TstIntakeInput::init()
{
    begin();
    tests::WatchedApplication::begin();
}

void TstIntakeInput::paste(const char *field, const QString &text)
{
    auto *line = find<QLineEdit>(field);
    line->setFocus();
    QGuiApplication::clipboard()->setText(text);
    QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
}

void TstIntakeInput::takeIn()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    send();
    EVENTUALLY_COMPARE(taken.size(), 1);
}

void TstIntakeInput::pastedLineBreaksAreNoPartOfAField()
{
    choose(QStringLiteral("CZ-001"));
    paste("intake.applicant.id",
          kPerson.left(12) + QStringLiteral("\r\n") + kPerson.mid(12) + QLatin1Char('\n'));
    paste("intake.applicant.name", QStringLiteral("\n林安\n宁\u2028"));
    QCOMPARE(find<QLineEdit>("intake.applicant.id")->text(), kPerson);
    QCOMPARE(find<QLineEdit>("intake.applicant.name")->text(), QStringLiteral("林安宁"));
    takeIn();
    QCOMPARE(cases().front().applicantName, std::string("林安宁"));
    m_screen->startAnew();
    choose(QStringLiteral("CZ-001"));
    paste("intake.applicant.name", QStringLiteral("Anning\nLin"));
    QCOMPARE(find<QLineEdit>("intake.applicant.name")->text(), QStringLiteral("Anning Lin"));
}

void TstIntakeInput::rareCharactersAreKeptAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("beyond the first plane") << QStringLiteral("𠮷永安");
    QTest::newRow("extension A") << QStringLiteral("王䶮");
    QTest::newRow("extension E") << QStringLiteral("李𫖯");
    QTest::newRow("compatibility form") << QStringLiteral("郎咸");
    QTest::newRow("a dot in the name") << QStringLiteral("阿卜杜拉·麦麦提");
    QTest::newRow("spaces around it") << QStringLiteral("张 三");
}

void TstIntakeInput::rareCharactersAreKeptAsTheyAre()
{
    QFETCH(QString, name);
    QSignalSpy printed(m_screen.get(), &ui::IntakeScreen::receiptPrinted);
    choose(QStringLiteral("CZ-001"));
    type(kPerson, name);
    takeIn();
    QCOMPARE(QString::fromStdString(cases().front().applicantName), name);
    QTest::keyClick(m_screen.get(), Qt::Key_P, Qt::ControlModifier);
    EVENTUALLY_COMPARE(printed.size(), 1);
    const auto pdf = readFile(printed.first().first().toString().toStdString(), 1U << 24U);
    QVERIFY(pdf.has_value() && pdf->starts_with("%PDF-"));
}

void TstIntakeInput::typeDay(const QString &text)
{
    auto *day = find<QLineEdit>("intake.fields.last_test_on");
    day->setFocus();
    day->selectAll();
    day->insert(text);
    Q_EMIT day->textEdited(day->text());
    QTest::keyClick(day, Qt::Key_Tab);
}

void TstIntakeInput::aDayToComeIsToldWhereItCannotBe()
{
    choose(QStringLiteral("HY-003"));
    typeDay(QStringLiteral("2030-01-01"));
    EVENTUALLY(problem("fields.last_test_on").contains(QStringLiteral("future")));
    QCOMPARE(find<QLineEdit>("intake.fields.last_test_on")->text(), QStringLiteral("2030-01-01"));
    typeDay(QStringLiteral("2026-11-23")); // today
    EVENTUALLY(problem("fields.last_test_on").isEmpty());
}

void TstIntakeInput::fullWidthDaysAreTaken()
{
    choose(QStringLiteral("HY-003"));
    typeDay(QStringLiteral("2026-02-30"));
    EVENTUALLY(!problem("fields.last_test_on").isEmpty());
    typeDay(QStringLiteral("２０２６－１１－０１"));
    EVENTUALLY(problem("fields.last_test_on").isEmpty());
}

/// The case stands; the screen says what happened, what was kept and what to do, and printing works again
/// once that is put right.
void TstIntakeInput::printingFails()
{
    QSignalSpy failed(m_screen.get(), &ui::IntakeScreen::failed);
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    takeIn();
    QTest::keyClick(m_screen.get(), Qt::Key_P, Qt::ControlModifier);
    EVENTUALLY_COMPARE(failed.size(), 1);
    const QString said = find<QLabel>("intakeStatus")->text();
    QVERIFY2(said.contains(QStringLiteral("no receipt")) && said.contains(QStringLiteral("kept")),
             qPrintable(said));
    QCOMPARE(cases().size(), 1U);
    QVERIFY(find<QAbstractButton>("intakePrint")->isEnabled());
}

void TstIntakeInput::withoutTheFontOfDocumentsTheCaseIsKeptAndTold()
{
    const tests::TemporaryDirectory empty;
    const QByteArray before = qgetenv("TONGBAN_FONTS");
    qputenv("TONGBAN_FONTS", QByteArray::fromStdString(empty.path().string()));
    printingFails();
    before.isNull() ? qunsetenv("TONGBAN_FONTS") : qputenv("TONGBAN_FONTS", before);
    QSignalSpy printed(m_screen.get(), &ui::IntakeScreen::receiptPrinted);
    QTest::keyClick(m_screen.get(), Qt::Key_P, Qt::ControlModifier);
    EVENTUALLY_COMPARE(printed.size(), 1);
}

void TstIntakeInput::aTemplateWithAnUnknownFieldPrintsNothingAndIsTold()
{
    // An office with resources of its own, one template of which names what no case has.
    const tests::TemporaryDirectory own;
    const auto resources = own / "resources";
    std::filesystem::copy(tests::sourcePath("resources"), resources,
                          std::filesystem::copy_options::recursive);
    const auto receipt = resources / "templates" / "receipt.json";
    const std::string good = tests::readFile(receipt);
    std::string bad = good;
    bad.replace(bad.find("{{case.serial}}"), 15, "{{case.cereal}}");
    m_screen.reset();
    m_thread.reset();
    own.write("resources/templates/receipt.json", bad);
    m_thread = m_office->open(resources);
    showScreen();
    printingFails();
    own.write("resources/templates/receipt.json", good);
    QSignalSpy printed(m_screen.get(), &ui::IntakeScreen::receiptPrinted);
    QTest::keyClick(m_screen.get(), Qt::Key_P, Qt::ControlModifier);
    EVENTUALLY_COMPARE(printed.size(), 1);
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstIntakeInput>(argc, argv);
}
#include "tst_intake_input.moc"
