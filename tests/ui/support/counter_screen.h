// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/case_view.h"
#include "core/service/registers/registers.h"
#include "tests/support/paths.h"
#include "tests/support/patience.h"
#include "tests/support/temporary_directory.h"
#include "ui/intake/intake_screen.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include <algorithm>

namespace tests {

using namespace tongban;

/// Passes the arithmetic of GB 11643; nobody's.
inline const QString kPerson = QStringLiteral("440305199105010012");
inline const QString kWrongPerson = QStringLiteral("440305199105010013");

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

    std::unique_ptr<service::WorkspaceThread> open() const { return open(resources()); }
    /// With resources of its own.
    std::unique_ptr<service::WorkspaceThread> open(const std::filesystem::path &its) const
    {
        return std::make_unique<service::WorkspaceThread>([this, its] {
            return service::Workspace::open(folder(), its, service::OpenMode::Write, m_clock);
        });
    }

private:
    static std::filesystem::path resources() { return tests::sourcePath("resources"); }

    tests::TemporaryDirectory m_folder;
    FixedClock m_clock{*parseIsoTimestamp("2026-11-23T10:00:00+08:00")};
};

/// The counter of such an office, typed into as a clerk does.
class CounterScreen : public QObject
{
protected:
    void begin()
    {
        m_office = std::make_unique<CounterOffice>();
        openScreen();
    }
    void end()
    {
        m_screen.reset();
        m_thread.reset();
        m_office.reset();
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_screen->findChild<Widget *>(QLatin1String(name));
    }
    void openScreen()
    {
        m_thread = m_office->open();
        showScreen();
    }
    void showScreen()
    {
        m_screen =
            std::make_unique<ui::IntakeScreen>(*m_thread, m_theme, approval::Language::Chinese, "wangfang");
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    }
    void choose(const QString &words)
    {
        auto *line = find<QLineEdit>("intakeItem");
        EVENTUALLY(find<QListWidget>("intakeItems")->count() > 0);
        // As an input method commits it.
        line->setText(words);
        Q_EMIT line->textEdited(words);
        EVENTUALLY(find<QListWidget>("intakeItems")->count() > 0);
        QTest::keyClick(line, Qt::Key_Return);
        EVENTUALLY(find<QLineEdit>("intake.applicant.id") != nullptr);
        EVENTUALLY(find<QLineEdit>("intake.applicant.id")->hasFocus());
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
    service::CaseStory storyOf(const std::string &serial) const
    {
        const auto told = m_thread->run([serial](service::Workspace &workspace) {
            return service::caseStory(workspace, serial, approval::Language::Chinese);
        });
        return *told.result();
    }
    service::ViewField fieldOf(std::string_view name) const
    {
        const auto view = m_thread->run([serial = cases().front().serial](service::Workspace &workspace) {
            return service::caseView(workspace, serial, approval::Language::Chinese);
        });
        const std::vector<service::ViewField> fields = view.result()->fields;
        return *std::ranges::find(fields, name, &service::ViewField::name);
    }
    /// Written down to the end, as another program would find them; what is being written has another name.
    int drafts() const
    {
        std::error_code missing;
        const std::filesystem::directory_iterator files(m_office->folder() / "drafts", missing);
        return static_cast<int>(std::ranges::count_if(
            files, [](const auto &file) { return file.path().extension() == ".json"; }));
    }
    void send() { QTest::keyClick(m_screen.get(), Qt::Key_Return, Qt::ControlModifier); }

    std::unique_ptr<CounterOffice> m_office;
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::IntakeScreen> m_screen;
};

} // namespace tests
