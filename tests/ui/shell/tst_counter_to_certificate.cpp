// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/accounts/accounts.h"
#include "tests/core/service/office.h"
#include "tests/support/patience.h"
#include "tests/ui/support/language.h"
#include "tests/ui/support/watchdog.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace tongban;

/// A person who has never seen the program: signs in, takes in an application, watches the rules decide it,
/// has another one refused with reasons by two people, prints both papers and finds them again. The real
/// window in Chinese, keys and an input method alone, no mouse, and the window never stands still.
class TstCounterToCertificate : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void fromTheCounterToBothPapersByKeys();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    void tabTo(const QString &name);
    void signIn(const char *account);
    void signOut();
    void comeBack();
    QString takeIn(const QString &item, const QString &id, const QString &name);
    void search(const QString &words);
    void actByItsKey(const char *act, const QString &reason);
    QString printPaper(const QString &title);
    QString serialOf(const QString &id) const;
    QString textOf(const QString &number) const;
    service::CaseStory story(const QString &serial) const;
    QString title() const { return find<QLabel>("caseTitle")->text(); }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    tests::Office m_office;
    ui::Theme m_theme;
    std::unique_ptr<tests::Language> m_words;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstCounterToCertificate::init()
{
    // What the other authorities know; the second applicant is somebody they all know nothing against either.
    m_office.importRegisters({{.person = 1}, {.person = 2, .name = "欧阳予倩"}});
    const std::initializer_list<std::pair<const char *, permit::Role>> people{
        {"clerk", permit::Role::Clerk},
        {"approver", permit::Role::Approver},
        {"head", permit::Role::Supervisor}};
    for (const auto &[name, role] : people) {
        service::Account account;
        account.name = name;
        account.displayName = std::string("某") + name;
        account.roles = {role};
        QVERIFY(tests::must(
                    service::addAccount(m_office.workspace(), account, std::string(name) + "-password", {}))
                    .empty());
    }
    m_office.close();
    m_thread = std::make_unique<service::WorkspaceThread>([this] {
        return service::Workspace::open(m_office.folder(), tests::Office::resources(),
                                        service::OpenMode::Write, m_office.clock, m_office.key());
    });
    m_words = std::make_unique<tests::Language>(approval::Language::Chinese);
    QVERIFY(m_words->isThere());
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::Chinese);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    tests::WatchedApplication::begin();
}

void TstCounterToCertificate::cleanup()
{
    m_window.reset();
    m_thread.reset();
    m_words.reset();
}

/// To whatever has the keyboard now, as it happens to a person.
void TstCounterToCertificate::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus == nullptr ? m_window.get() : focus, static_cast<Qt::Key>(key), modifiers);
    QCoreApplication::processEvents();
}

/// Letters by their keys, everything else as an input method delivers it.
void TstCounterToCertificate::type(const QString &text)
{
    for (const QChar letter : text) {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus != nullptr);
        if (letter.unicode() < 0x80) {
            QTest::keyClick(focus, letter.toLatin1());
            continue;
        }
        QInputMethodEvent event;
        event.setCommitString(QString(letter));
        QCoreApplication::sendEvent(focus, &event);
    }
}

void TstCounterToCertificate::tabTo(const QString &name)
{
    constexpr int kMostControls = 120;
    for (int presses = 0; presses < kMostControls; ++presses) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus != nullptr && focus->objectName() == name)
            return;
        press(Qt::Key_Tab);
    }
    QFAIL(qPrintable(QStringLiteral("Tab does not come to ") + name));
}

void TstCounterToCertificate::signIn(const char *account)
{
    EVENTUALLY(find<QLineEdit>("signInAccount")->isVisible() && find<QLineEdit>("signInAccount")->hasFocus());
    type(QString::fromLatin1(account));
    press(Qt::Key_Tab);
    type(QString::fromLatin1(account) + QStringLiteral("-password"));
    press(Qt::Key_Return);
    EVENTUALLY(m_window->person().has_value());
    EVENTUALLY(find<QTableView>("queueTable") != nullptr && find<QTableView>("queueTable")->hasFocus());
}

/// By the palette: Ctrl+K and a word of the command.
void TstCounterToCertificate::signOut()
{
    press(Qt::Key_K, Qt::ControlModifier);
    EVENTUALLY(QApplication::focusWidget() != nullptr
               && QApplication::focusWidget()->objectName() == QStringLiteral("paletteWords"));
    type(QStringLiteral("退出登录"));
    press(Qt::Key_Return);
    EVENTUALLY(!m_window->person().has_value());
    comeBack();
}

/// From a dialog that has closed; on a real screen the window manager does that.
void TstCounterToCertificate::comeBack()
{
    m_window->activateWindow();
    EVENTUALLY(m_window->isActiveWindow());
}

QString TstCounterToCertificate::takeIn(const QString &item, const QString &id, const QString &name)
{
    press(Qt::Key_N, Qt::ControlModifier);
    if (QApplication::focusWidget()->objectName() != QStringLiteral("intakeItem"))
        tabTo(QStringLiteral("intakeItem"));
    press(Qt::Key_A, Qt::ControlModifier);
    type(item);
    press(Qt::Key_Return);
    if (!QTest::qWaitFor([this] { return find<QLineEdit>("intake.applicant.id") != nullptr; },
                         tests::kPatience))
        return {};
    tabTo(QStringLiteral("intake.applicant.id"));
    type(id);
    press(Qt::Key_Tab);
    type(name);
    for (QCheckBox *box :
         m_window->findChildren<QCheckBox *>(QRegularExpression(QStringLiteral("^intake\\.material"))))
        if (box->isEnabled() && !box->isChecked()) {
            tabTo(box->objectName());
            press(Qt::Key_Space);
        }
    for (QComboBox *choice :
         m_window->findChildren<QComboBox *>(QRegularExpression(QStringLiteral("^intake\\.fields"))))
        if (choice->currentIndex() == 0) {
            tabTo(choice->objectName());
            press(Qt::Key_Down);
        }
    press(Qt::Key_Return, Qt::ControlModifier);
    QString serial;
    const bool isThere =
        QTest::qWaitFor([&] { return !(serial = serialOf(id)).isEmpty(); }, tests::kPatience);
    return isThere ? serial : QString();
}

/// As the store has it; empty when the applicant has no case.
QString TstCounterToCertificate::serialOf(const QString &id) const
{
    const auto look = [words = id.toStdString()](service::Workspace &workspace) -> Result<std::string> {
        service::CaseQuery query;
        query.words = words;
        const service::CaseListPage page = TRY(service::caseListPage(workspace, query, {}));
        return page.lines.empty() ? std::string() : page.lines.front().serial;
    };
    const auto found = m_thread->run(look).result();
    return found ? QString::fromStdString(*found) : QString();
}

service::CaseStory TstCounterToCertificate::story(const QString &serial) const
{
    const auto tell = [key = serial.toStdString()](service::Workspace &workspace) {
        return service::caseStory(workspace, key, approval::Language::Chinese);
    };
    return tests::must(m_thread->run(tell).result());
}

/// From anywhere: Escape to the list, the key of the search, the words, Enter; the case is on the page.
void TstCounterToCertificate::search(const QString &words)
{
    for (int presses = 0; presses < 3 && !find<QTableView>("queueTable")->hasFocus(); ++presses)
        press(Qt::Key_Escape);
    press(Qt::Key_Slash);
    EVENTUALLY(find<QLineEdit>("queueSearch")->hasFocus());
    type(words);
    QSignalSpy shown(m_window.get(), &ui::MainWindow::caseShown);
    press(Qt::Key_Return);
    EVENTUALLY(!shown.isEmpty());
    QVERIFY(find<QTableView>("queueTable")->hasFocus());
}

/// The key that the menu shows beside the act, then what the form asks, then the key of its button.
void TstCounterToCertificate::actByItsKey(const char *act, const QString &reason)
{
    auto *action = find<QAction>(act);
    QVERIFY2(!action->shortcut().isEmpty(), act);
    // The list may still be on its way to the case; then the key does nothing, as a person would see.
    const auto isOpen = [&] {
        if (!find<QWidget>("actPanel")->isVisible() && action->isEnabled()
            && find<QTableView>("queueTable")->hasFocus())
            press(action->shortcut()[0].key(), action->shortcut()[0].keyboardModifiers());
        return find<QWidget>("actPanel")->isVisible();
    };
    QVERIFY2(QTest::qWaitFor(isOpen, tests::kPatience), qPrintable(action->toolTip()));
    if (!reason.isEmpty()) {
        tabTo(QStringLiteral("actReason"));
        type(reason);
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    EVENTUALLY(!find<QWidget>("actPanel")->isVisible());
}

/// From the page to the papers, to the one with this title, and to the printer; the file where there is none.
QString TstCounterToCertificate::printPaper(const QString &title)
{
    press(Qt::Key_Return);
    tabTo(QStringLiteral("paperTable"));
    auto *papers = find<QTableWidget>("paperTable");
    const auto rowOf = [&] {
        for (int row = 0; row < papers->rowCount(); ++row)
            if (papers->item(row, 0)->text().contains(title))
                return row;
        return -1;
    };
    if (!QTest::qWaitFor([&] { return rowOf() >= 0; }, tests::kPatience))
        return {};
    while (papers->currentRow() != rowOf())
        press(papers->currentRow() < rowOf() ? Qt::Key_Down : Qt::Key_Up);
    const QString number = papers->item(rowOf(), 1)->text();
    const QString before = papers->item(rowOf(), 3)->text();
    press(Qt::Key_Return);
    if (!QTest::qWaitFor([this] { return find<QDialog>("pageDialog") != nullptr; }, tests::kPatience))
        return {};
    press(Qt::Key_P, Qt::AltModifier);
    const auto isPrinted = [&] {
        return rowOf() >= 0 && papers->item(rowOf(), 3)->text() != before;
    };
    const bool wasPrinted = QTest::qWaitFor(isPrinted, tests::kPatience);
    comeBack();
    return wasPrinted ? number : QString();
}

/// What stands on a printed paper.
QString TstCounterToCertificate::textOf(const QString &number) const
{
    QProcess reader;
    const auto file = m_office.folder() / "papers" / (number.toStdString() + ".pdf");
    reader.start(QStringLiteral("pdftotext"), {QString::fromStdString(file.string()), QStringLiteral("-")});
    return reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
}

void TstCounterToCertificate::fromTheCounterToBothPapersByKeys()
{
    signIn("clerk");
    const QString granted = takeIn(QStringLiteral("CZ-001"), QString::fromStdString(tests::personNo(1)),
                                   QStringLiteral("林安宁"));
    QVERIFY(!granted.isEmpty());
    search(granted);
    EVENTUALLY(story(granted).state.decision.has_value());
    QVERIFY(story(granted).state.decision->automatic);
    EVENTUALLY_OR(title().contains(granted) && title().contains(QStringLiteral("准予")), qPrintable(title()));
    const QString other = takeIn(QStringLiteral("KY-005"), QString::fromStdString(tests::personNo(2)),
                                 QStringLiteral("欧阳予倩"));
    QVERIFY(!other.isEmpty() && other != granted);
    signOut();
    signIn("approver");
    search(other);
    EVENTUALLY(title().contains(other));
    actByItsKey("act_propose_refusal", QStringLiteral("申请人的条件不符合规定。"));
    EVENTUALLY_COMPARE(story(other).state.state, permit::State::SecondSignature);
    signOut();
    signIn("head");
    search(other);
    EVENTUALLY(title().contains(other));
    actByItsKey("act_countersign", {});
    EVENTUALLY(story(other).state.decision.has_value());
    QCOMPARE(story(other).state.decision->kind, permit::DecisionKind::Refused);
    search(other);
    const QString refusal = printPaper(QStringLiteral("不予"));
    QVERIFY(textOf(refusal).contains(QStringLiteral("申请人的条件不符合规定")));
    search(granted);
    const QString grant = printPaper(QStringLiteral("准予"));
    QVERIFY(textOf(grant).contains(QStringLiteral("林安宁")));
    // Found again by the name of whoever came.
    search(QStringLiteral("欧阳予倩"));
    EVENTUALLY(title().contains(other));
    press(Qt::Key_Return);
    tabTo(QStringLiteral("paperTable"));
    EVENTUALLY(find<QTableWidget>("paperTable")->rowCount() > 0);
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstCounterToCertificate>(argc, argv);
}
#include "tst_counter_to_certificate.moc"
