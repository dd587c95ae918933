// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/path_field.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>

namespace tongban::ui {

PathField::PathField(Wanted wanted, const QString &title, const QString &name, QWidget *parent)
    : QWidget(parent), m_wanted(wanted), m_line(new QLineEdit(this))
{
    m_line->setObjectName(name);
    m_line->setAccessibleName(title);
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setAccessibleName(tr("Choose: %1").arg(title));
    choose->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(choose);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &PathField::changed);
    connect(choose, &QPushButton::clicked, this, &PathField::choose);
}

std::filesystem::path PathField::path() const
{
    return m_line->text().trimmed().toStdU32String();
}

void PathField::choose()
{
    auto *dialog = new QFileDialog(this, m_line->accessibleName(), m_line->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_wanted == Wanted::Folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_line, &QLineEdit::setText);
    dialog->open();
}

} // namespace tongban::ui
