// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/seen_dialog.h"

#include "ui/application/case_body.h"
#include "ui/base/text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tongban::ui {

SeenDialog::SeenDialog(const service::CaseView &view, const QString &who, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_body(nullptr)
{
    setObjectName(QStringLiteral("seenDialog"));
    setWindowTitle(tr("As it was seen"));
    auto *head = new QLabel(tr("%1 saw this page of %2 (%3). It is kept with the act and cannot be changed.")
                                .arg(who, qt(view.serial), minuteText(view.shownAt)),
                            this);
    head->setWordWrap(true);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("As it was seen"));
    m_body = new CaseBody(theme, area);
    area->setWidget(m_body);
    m_body->show(view, true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(head);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().height() * 50, fontMetrics().height() * 36);
}

} // namespace tongban::ui
