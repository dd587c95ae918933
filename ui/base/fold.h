// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

namespace tongban::ui {

/// A titled part of a page that can be folded away, by its title or by its key. GUI thread.
class Fold : public QWidget
{
    Q_OBJECT

public:
    /// `key`: shown in the title; the owner makes it work by calling reveal().
    Fold(const QString &name, const QString &title, const QString &key, QWidget *parent);

    void setTitle(const QString &title);
    /// Below the title; the fold owns it.
    void addPart(QWidget *part);

    bool isOpen() const { return m_title->isChecked(); }
    void setOpen(bool open);
    /// The way a person asks for it: opens unless somebody listening to wanted() objects.
    void reveal();
    /// For the time of one reveal(): it stays folded.
    void object() { m_objected = true; }
    QToolButton *header() const { return m_title; }

Q_SIGNALS:
    /// Before it opens by a hand.
    void wanted();
    void opened();

private:
    QString m_key;
    QToolButton *m_title;
    QWidget *m_body;
    QVBoxLayout *m_parts;
    bool m_objected = false;
};

} // namespace tongban::ui
