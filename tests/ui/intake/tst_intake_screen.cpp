// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file.h"
#include "core/service/cases.h"
#include "core/service/papers.h"
#include "core/service/registers.h"
#include "tests/support/paths.h"
#include "tests/support/temporary_directory.h"
#include "ui/intake/intake_screen.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace tongban;

namespace {

/// Passes the arithmetic of GB 11643; nobody's.
const QString kPerson = QStringLiteral("440305199105010012");
const QString kWrongPerson = QStringLiteral("440305199105010013");

/// An empty office of its own with one register, opened for writing by as many threads as a test wants.
class CounterOffice
{
public:
    CounterOffice()
    {
        const auto made =
            service::Workspace::create(folder(), resources(), service::WorkspaceKind::Demo, m_clock);
        if (!made)
            std::abort();
        const auto file = m_folder.write(
            "police.person.csv",
            "record,key,name,household_shenzhen,residence_permit_valid_to,crime_record,drug_record,wanted,"
            "deceased\nperson,"
                + kPerson.toStdString() + ",林安宁,true,,false,false,false,false\n");
        if (!service::importRegister(**made, file, parseIsoDate("2026-11-22").value(), {},
                                     service::DoubtfulRegister::Accept))
            std::abort();
    }

    std::filesystem::path folder() const { return m_folder / "office"; }

    std::unique_ptr<service::WorkspaceThread> open() const
    {
        return std::make_unique<service::WorkspaceThread>([this] {
            return service::Workspace::open(folder(), resources(), service::OpenMode::Write, m_clock);
        });
    }

private:
    static std::filesystem::path resources() { return tests::sourcePath("resources"); }

    tests::TemporaryDirectory m_folder;
    FixedClock m_clock{*parseIsoTimestamp("2026-11-23T10:00:00+08:00")};
};

} // namespace

/// The counter takes in what was typed, by keys alone, for any item, and loses nothing.
class TstIntakeScreen : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
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
    void theSameEntrySentTwiceIsOneCase();
    void everyControlHasAName();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_screen->findChild<Widget *>(QLatin1String(name));
    }
    void openScreen()
    {
        m_thread = m_office->open();
        m_screen =
            std::make_unique<ui::IntakeScreen>(*m_thread, m_theme, approval::Language::Chinese, "wangfang");
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    }
    void choose(const QString &words)
    {
        auto *line = find<QLineEdit>("intakeItem");
        QTRY_VERIFY(find<QListWidget>("intakeItems")->count() > 0);
        // As an input method commits it.
        line->setText(words);
        Q_EMIT line->textEdited(words);
        QTRY_VERIFY(find<QListWidget>("intakeItems")->count() > 0);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(find<QLineEdit>("intake.applicant.id") != nullptr);
        QTRY_VERIFY(find<QLineEdit>("intake.applicant.id")->hasFocus());
    }
    void type(const QString &id, const QString &name)
    {
        auto *number = find<QLineEdit>("intake.applicant.id");
        number->insert(id);
        Q_EMIT number->textEdited(number->text());
        auto *line = find<QLineEdit>("intake.applicant.name");
        line->setFocus();
        line->insert(name);
        Q_EMIT line->textEdited(line->text());
    }
    QString problem(const char *field) const
    {
        const auto *label =
            m_screen->findChild<QLabel *>(QLatin1String("intakeProblem.") + QLatin1String(field));
        return label == nullptr || label->isHidden() ? QString() : label->text();
    }
    std::vector<service::CaseLine> cases() const
    {
        const auto listed =
            m_thread->run([](service::Workspace &workspace) { return service::listCases(workspace, {}); });
        while (!listed.isFinished())
            QTest::qWait(5);
        return listed.result().value();
    }
    void send() { QTest::keyClick(m_screen.get(), Qt::Key_Return, Qt::ControlModifier); }

    std::unique_ptr<CounterOffice> m_office;
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::IntakeScreen> m_screen;
};

void TstIntakeScreen::init()
{
    m_office = std::make_unique<CounterOffice>();
    openScreen();
}

void TstIntakeScreen::cleanup()
{
    m_screen.reset();
    m_thread.reset();
    m_office.reset();
}

void TstIntakeScreen::aCaseIsTakenInAndItsReceiptPrintedWithoutAMouse()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    QSignalSpy printed(m_screen.get(), &ui::IntakeScreen::receiptPrinted);
    choose(QStringLiteral("cz-001"));
    type(kPerson, QStringLiteral("林安宁"));
    find<QCheckBox>("intake.material.1")->setFocus();
    QTest::keyClick(find<QCheckBox>("intake.material.1"), Qt::Key_Space);
    send();
    QTRY_COMPARE(taken.size(), 1);
    const auto all = cases();
    QCOMPARE(all.size(), 1U);
    QCOMPARE(QString::fromStdString(all.front().serial), taken.first().first().toString());
    QCOMPARE(all.front().channel, std::string("window"));
    QCOMPARE(all.front().state, std::string("applied"));
    QCOMPARE(all.front().applicantName, std::string("林安宁"));
    QVERIFY(find<QLabel>("intakeStatus")->text().contains(taken.first().first().toString()));
    QTest::keyClick(m_screen.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(printed.size(), 1);
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
    QTRY_VERIFY(done.isFinished());
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
    QTRY_VERIFY(!problem("applicant.id").isEmpty());
    QVERIFY(problem("applicant.name").isEmpty());
    QTest::keyClick(find<QLineEdit>("intake.applicant.id"), Qt::Key_Backspace);
    QTest::keyClicks(find<QLineEdit>("intake.applicant.id"), kPerson.right(1));
    QTRY_VERIFY(problem("applicant.id").isEmpty());
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
    QTRY_COMPARE(taken.size(), 1);
    QCOMPARE(QString::fromStdString(cases().front().applicantId), kPerson);
}

void TstIntakeScreen::whatIsMissingIsToldWhenItIsSent()
{
    choose(QStringLiteral("CZ-001"));
    QTest::keyClicks(find<QLineEdit>("intake.applicant.id"), kPerson);
    send();
    QTRY_VERIFY(!problem("applicant.name").isEmpty());
    QTRY_VERIFY(find<QLineEdit>("intake.applicant.name")->hasFocus());
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
    QTRY_VERIFY(use->isVisible());
    QVERIFY(find<QLabel>("intakeRecords")->text().contains(QStringLiteral("2026-11-22")));
    QTest::keyClick(m_screen.get(), Qt::Key_U, Qt::ControlModifier);
    QTRY_COMPARE(find<QLineEdit>("intake.applicant.name")->text(), QStringLiteral("林安宁"));
    const auto *from = find<QLabel>("intakeNameFrom");
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
    QTRY_COMPARE(taken.size(), 1);
    m_screen->startAnew();
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    QTRY_VERIFY(find<QLabel>("intakeEarlier")->text().contains(taken.first().first().toString()));
}

void TstIntakeScreen::whatWasTypedIsThereAfterAKill()
{
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("𠮷永安"));
    const auto draft = m_office->folder() / "drafts" / "counter.json";
    // Nothing is told to end: what another program finds now is what a killed one leaves behind.
    QTRY_VERIFY(std::filesystem::exists(draft));
    const auto thread = m_office->open();
    ui::IntakeScreen after(*thread, m_theme, approval::Language::Chinese, "wangfang");
    QSignalSpy restored(&after, &ui::IntakeScreen::restored);
    QTRY_COMPARE(restored.size(), 1);
    QCOMPARE(after.findChild<QLineEdit *>(QStringLiteral("intake.applicant.id"))->text(), kPerson);
    QCOMPARE(after.findChild<QLineEdit *>(QStringLiteral("intake.applicant.name"))->text(),
             QStringLiteral("𠮷永安"));
}

void TstIntakeScreen::aDraftIsGoneOnceItIsACase()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    const auto draft = m_office->folder() / "drafts" / "counter.json";
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    QTRY_VERIFY(std::filesystem::exists(draft));
    send();
    QTRY_COMPARE(taken.size(), 1);
    QVERIFY(!std::filesystem::exists(draft));
}

void TstIntakeScreen::theSameEntrySentTwiceIsOneCase()
{
    service::CounterEntry entry;
    entry.externalNo = "C-1";
    entry.item = "CZ-001";
    entry.id = kPerson.toStdString();
    entry.name = "林安宁";
    const auto send = m_thread->run([entry](service::Workspace &workspace) -> Result<bool> {
        const auto first = TRY(service::takeInEntry(workspace, entry));
        const auto second = TRY(service::takeInEntry(workspace, entry));
        return !first.serial.empty() && first.serial == second.serial;
    });
    QTRY_VERIFY(send.isFinished());
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

QTEST_MAIN(TstIntakeScreen)
#include "tst_intake_screen.moc"
