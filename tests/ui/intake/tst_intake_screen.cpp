// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file.h"
#include "core/service/papers/papers.h"
#include "tests/support/patience.h"
#include "tests/ui/support/counter_screen.h"
#include "tests/ui/support/watchdog.h"

#include <QComboBox>
#include <QSignalSpy>

#include <fstream>

using namespace tongban;
using tests::CounterOffice;
using tests::kPerson;
using tests::kWrongPerson;

/// The counter takes in what was typed, by keys alone, for any item, and loses nothing.
class TstIntakeScreen : public tests::CounterScreen
{
    Q_OBJECT

private slots:
    void init()
    {
        begin();
        tests::WatchedApplication::begin();
    }
    void cleanup() { end(); }
    void aCaseIsTakenInAndItsReceiptPrintedWithoutAMouse();
    void everyItemOfTheCatalogueHasAForm();
    void aWrongCheckDigitIsToldBesideTheField();
    void fullWidthDigitsAreTaken();
    void whatIsMissingIsToldWhenItIsSent();
    void whatSharedDataDeliversCannotBeAskedFor();
    void theRegisteredNameIsOfferedWithItsSource();
    void anOpenCaseOfTheSameApplicantIsShown();
    void whatWasTypedIsThereAfterAKill();
    void aDraftIsGoneOnceItIsACase();
    void aDraftIsItsOwnersAlone();
    void theLastKeysAreKeptWhenTheWindowGoes();
    void aDiskThatTakesNothingIsToldAndTriedAgain();
    void theSameEntrySentTwiceIsOneCase();
    void everyControlHasAName();
};

void TstIntakeScreen::aCaseIsTakenInAndItsReceiptPrintedWithoutAMouse()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    QSignalSpy printed(m_screen.get(), &ui::IntakeScreen::receiptPrinted);
    choose(QStringLiteral("cz-001"));
    type(kPerson, QStringLiteral("林安宁"));
    find<QCheckBox>("intake.material.1")->setFocus();
    QTest::keyClick(find<QCheckBox>("intake.material.1"), Qt::Key_Space);
    send();
    EVENTUALLY_COMPARE(taken.size(), 1);
    const auto all = cases();
    QCOMPARE(all.size(), 1U);
    QCOMPARE(QString::fromStdString(all.front().serial), taken.first().first().toString());
    QCOMPARE(all.front().channel, std::string("window"));
    QCOMPARE(all.front().state, std::string("applied"));
    QCOMPARE(all.front().applicantName, std::string("林安宁"));
    QVERIFY(find<QLabel>("intakeStatus")->text().contains(taken.first().first().toString()));
    QTest::keyClick(m_screen.get(), Qt::Key_P, Qt::ControlModifier);
    EVENTUALLY_COMPARE(printed.size(), 1);
    const auto pdf = readFile(printed.first().first().toString().toStdString(), 1U << 24U);
    QVERIFY(pdf.has_value() && pdf->starts_with("%PDF-"));
}

void TstIntakeScreen::everyItemOfTheCatalogueHasAForm()
{
    const auto done = m_thread->run([](service::Workspace &workspace) -> Result<int> {
        int fields = 0;
        for (const service::CounterItem &item : TRY(service::counterItems(workspace))) {
            const service::CounterForm form = TRY(service::counterForm(workspace, item.code));
            if (form.districts.empty())
                return fail(ErrorCode::NotFound, item.code);
            fields += static_cast<int>(form.fields.size());
        }
        return fields;
    });
    EVENTUALLY(done.isFinished());
    QVERIFY2(done.result().has_value(), done.result() ? "" : done.result().error().detail.c_str());
    QVERIFY(*done.result() > 20);
    choose(QStringLiteral("CZ-002"));
    QVERIFY(find<QLineEdit>("intake.fields.vin") != nullptr);
}

void TstIntakeScreen::aWrongCheckDigitIsToldBesideTheField()
{
    choose(QStringLiteral("CZ-001"));
    QTest::keyClicks(find<QLineEdit>("intake.applicant.id"), kWrongPerson.left(12));
    QTest::keyClicks(find<QLineEdit>("intake.applicant.id"), kWrongPerson.mid(12));
    EVENTUALLY(!problem("applicant.id").isEmpty());
    QVERIFY(problem("applicant.name").isEmpty());
    QTest::keyClick(find<QLineEdit>("intake.applicant.id"), Qt::Key_Backspace);
    QTest::keyClicks(find<QLineEdit>("intake.applicant.id"), kPerson.right(1));
    EVENTUALLY(problem("applicant.id").isEmpty());
}

void TstIntakeScreen::fullWidthDigitsAreTaken()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    choose(QStringLiteral("CZ-001"));
    QString wide;
    for (const QChar digit : kPerson)
        wide += QChar(digit.unicode() - u'0' + 0xFF10);
    type(wide, QStringLiteral("林安宁"));
    send();
    EVENTUALLY_COMPARE(taken.size(), 1);
    QCOMPARE(QString::fromStdString(cases().front().applicantId), kPerson);
}

void TstIntakeScreen::whatIsMissingIsToldWhenItIsSent()
{
    choose(QStringLiteral("CZ-001"));
    QTest::keyClicks(find<QLineEdit>("intake.applicant.id"), kPerson);
    send();
    EVENTUALLY(!problem("applicant.name").isEmpty());
    EVENTUALLY(find<QLineEdit>("intake.applicant.name")->hasFocus());
    QCOMPARE(find<QLineEdit>("intake.applicant.id")->text(), kPerson);
    QVERIFY(cases().empty());
}

void TstIntakeScreen::whatSharedDataDeliversCannotBeAskedFor()
{
    choose(QStringLiteral("CZ-001"));
    QVERIFY(find<QCheckBox>("intake.material.1")->isEnabled());
    QVERIFY(!find<QCheckBox>("intake.material.2")->isEnabled());
    QVERIFY(!find<QCheckBox>("intake.material.2")->toolTip().isEmpty());
}

void TstIntakeScreen::theRegisteredNameIsOfferedWithItsSource()
{
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("x"));
    auto *use = find<QAbstractButton>("intakeUseName");
    EVENTUALLY(use->isVisible());
    QVERIFY(find<QLabel>("intakeRecords")->text().contains(QStringLiteral("2026-11-22")));
    QTest::keyClick(m_screen.get(), Qt::Key_U, Qt::ControlModifier);
    EVENTUALLY_COMPARE(find<QLineEdit>("intake.applicant.name")->text(), QStringLiteral("林安宁"));
    const auto *from = find<QLabel>("intakeFrom.applicant.name");
    QVERIFY(from->isVisible() && from->text().contains(QStringLiteral("2026-11-22")));
    QTest::keyClicks(find<QLineEdit>("intake.applicant.name"), QStringLiteral("y"));
    QVERIFY(!from->text().contains(QStringLiteral("2026-11-22")));
}

void TstIntakeScreen::anOpenCaseOfTheSameApplicantIsShown()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    send();
    EVENTUALLY_COMPARE(taken.size(), 1);
    m_screen->startAnew();
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    EVENTUALLY(find<QLabel>("intakeEarlier")->text().contains(taken.first().first().toString()));
}

void TstIntakeScreen::whatWasTypedIsThereAfterAKill()
{
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("𠮷永安"));
    // Nothing is told to end: what another program finds now is what a killed one leaves behind.
    EVENTUALLY_COMPARE(drafts(), 1);
    const auto thread = m_office->open();
    ui::IntakeScreen after(*thread, m_theme, approval::Language::Chinese, "wangfang");
    QSignalSpy restored(&after, &ui::IntakeScreen::restored);
    EVENTUALLY_COMPARE(restored.size(), 1);
    QCOMPARE(after.findChild<QLineEdit *>(QStringLiteral("intake.applicant.id"))->text(), kPerson);
    QCOMPARE(after.findChild<QLineEdit *>(QStringLiteral("intake.applicant.name"))->text(),
             QStringLiteral("𠮷永安"));
}

void TstIntakeScreen::aDraftIsGoneOnceItIsACase()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    EVENTUALLY_COMPARE(drafts(), 1);
    send();
    EVENTUALLY_COMPARE(taken.size(), 1);
    QCOMPARE(drafts(), 0);
}

void TstIntakeScreen::aDraftIsItsOwnersAlone()
{
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    EVENTUALLY_COMPARE(drafts(), 1);
    const auto thread = m_office->open();
    ui::IntakeScreen other(*thread, m_theme, approval::Language::Chinese, "lihua");
    QSignalSpy restored(&other, &ui::IntakeScreen::restored);
    EVENTUALLY(other.findChild<QListWidget *>(QStringLiteral("intakeItems"))->count() > 0);
    QVERIFY(restored.isEmpty());
    QVERIFY(other.findChild<QLineEdit *>(QStringLiteral("intake.applicant.id")) == nullptr);
}

void TstIntakeScreen::theLastKeysAreKeptWhenTheWindowGoes()
{
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安"));
    m_screen.reset(); // before any timer
    EVENTUALLY_COMPARE(drafts(), 1);
    openScreen();
    EVENTUALLY(find<QLineEdit>("intake.applicant.name") != nullptr);
    QCOMPARE(find<QLineEdit>("intake.applicant.name")->text(), QStringLiteral("林安"));
}

void TstIntakeScreen::aDiskThatTakesNothingIsToldAndTriedAgain()
{
    const auto folder = m_office->folder() / "drafts";
    std::ofstream(folder) << "no folder can be made here";
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    EVENTUALLY(find<QLabel>("intakeStatus")->text().contains(QStringLiteral("cannot be written")));
    QCOMPARE(find<QLineEdit>("intake.applicant.name")->text(), QStringLiteral("林安宁"));
    std::filesystem::remove(folder);
    EVENTUALLY_COMPARE(drafts(), 1);
    EVENTUALLY(find<QLabel>("intakeStatus")->text().isEmpty());
}

void TstIntakeScreen::theSameEntrySentTwiceIsOneCase()
{
    service::CounterEntry entry;
    entry.externalNo = "C-1";
    entry.item = "CZ-001";
    entry.id = kPerson.toStdString();
    entry.name = "林安宁";
    const auto send = m_thread->run([entry](service::Workspace &workspace) -> Result<bool> {
        const auto first = TRY(service::takeInEntry(workspace, entry, "wangfang"));
        const auto second = TRY(service::takeInEntry(workspace, entry, "wangfang"));
        return !first.serial.empty() && first.serial == second.serial;
    });
    EVENTUALLY(send.isFinished());
    QVERIFY2(send.result().has_value(), send.result() ? "" : send.result().error().detail.c_str());
    QVERIFY(*send.result());
    QCOMPARE(cases().size(), 1U);
}

void TstIntakeScreen::everyControlHasAName()
{
    choose(QStringLiteral("CZ-001"));
    for (const QWidget *widget : m_screen->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QScrollArea"))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                 qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
    }
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstIntakeScreen>(argc, argv);
}
#include "tst_intake_screen.moc"
