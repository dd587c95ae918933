// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/text_fit.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QStyleOptionGroupBox>
#include <QTabBar>
#include <QTableView>
#include <QTextDocument>
#include <QToolButton>

namespace tests {

namespace {

constexpr int kUnlimited = 1 << 20;

bool isRich(const QLabel &label)
{
    return label.textFormat() == Qt::RichText || label.textFormat() == Qt::MarkdownText
        || (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
}

/// The room that one line takes: its own height as it is drawn, in the middle of what there is. Fonts that
/// hold every script claim far more above and below than a line needs.
QSize lineSize(const QFontMetrics &metrics, int flags, const QString &text)
{
    return {metrics.size(flags, text).width(), metrics.tightBoundingRect(text).height()};
}

TextFit fitOf(const QLabel &label)
{
    TextFit fit{label.text(), {}, label.contentsRect().size()};
    if (!label.wordWrap()) {
        fit.needed = label.sizeHint();
        fit.room = label.size();
        return fit;
    }
    fit.needed = QSize(0, label.heightForWidth(label.width()));
    fit.room.setHeight(label.height());
    if (!isRich(label)) {
        // A word that is longer than a line is cut by the edge of the label.
        const QRect laid = label.fontMetrics().boundingRect(
            QRect(0, 0, fit.room.width(), kUnlimited),
            static_cast<int>(label.alignment()) | Qt::TextWordWrap | Qt::TextShowMnemonic, label.text());
        fit.needed.setWidth(laid.width());
    }
    return fit;
}

TextFit fitOf(const QAbstractButton &button)
{
    const QSize text = lineSize(button.fontMetrics(), Qt::TextShowMnemonic, button.text());
    QStyleOptionButton option;
    option.initFrom(&button);
    option.text = button.text();
    QRect room = button.contentsRect();
    if (qobject_cast<const QCheckBox *>(&button) != nullptr)
        room = button.style()->subElementRect(QStyle::SE_CheckBoxContents, &option, &button);
    else if (qobject_cast<const QRadioButton *>(&button) != nullptr)
        room = button.style()->subElementRect(QStyle::SE_RadioButtonContents, &option, &button);
    else if (qobject_cast<const QToolButton *>(&button) == nullptr)
        room = button.style()->subElementRect(QStyle::SE_PushButtonContents, &option, &button);
    return {button.text(), text, room.size()};
}

TextFit fitOf(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.subControls = QStyle::SC_All;
    option.editable = box.isEditable();
    option.frame = box.hasFrame();
    const QRect room =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    return {box.currentText(), lineSize(box.fontMetrics(), Qt::TextSingleLine, box.currentText()),
            room.size()};
}

TextFit fitOf(const QLineEdit &line)
{
    // Between text and frame QLineEdit keeps two pixels free on either side.
    constexpr int kOwnMargins = 4;
    const bool isHint = line.text().isEmpty();
    QStyleOptionFrame option;
    option.initFrom(&line);
    option.lineWidth = line.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &line);
    const QRect room = line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line);
    const QString text = isHint ? line.placeholderText() : line.displayText();
    const QMargins own = line.textMargins();
    return {text, lineSize(line.fontMetrics(), Qt::TextSingleLine, text),
            room.size() - QSize(kOwnMargins + own.left() + own.right(), 0)};
}

std::vector<TextFit> fitsOf(const QHeaderView &header)
{
    std::vector<TextFit> fits;
    QStyleOptionHeader option;
    option.initFrom(&header);
    const int margin = header.style()->pixelMetric(QStyle::PM_HeaderMargin, &option, &header);
    for (int section = 0; section < header.count(); ++section) {
        if (header.isSectionHidden(section) || header.model() == nullptr)
            continue;
        const QString text = header.model()->headerData(section, header.orientation()).toString();
        const QSize needed = header.fontMetrics().size(0, text);
        const int along = header.sectionSize(section) - 2 * margin;
        fits.push_back({text, needed,
                        header.orientation() == Qt::Horizontal ? QSize(along, header.height())
                                                               : QSize(header.width(), along + 2 * margin)});
    }
    return fits;
}

std::vector<TextFit> fitsOf(const QTabBar &bar)
{
    std::vector<TextFit> fits;
    for (int tab = 0; tab < bar.count(); ++tab)
        if (bar.isTabVisible(tab))
            fits.push_back({bar.tabText(tab), bar.fontMetrics().size(Qt::TextShowMnemonic, bar.tabText(tab)),
                            bar.tabRect(tab).size()});
    return fits;
}

/// Rows are one line high, whatever stands in them.
TextFit fitOf(const QTableView &table)
{
    const QString sample = QStringLiteral("深圳 Agjy");
    return {sample, {0, lineSize(table.fontMetrics(), 0, sample).height()}, {0, table.rowHeight(0)}};
}

TextFit fitOf(const QGroupBox &group)
{
    QStyleOptionGroupBox option;
    option.initFrom(&group);
    option.text = group.title();
    option.subControls = QStyle::SC_GroupBoxFrame | QStyle::SC_GroupBoxLabel;
    return {group.title(), group.fontMetrics().size(Qt::TextShowMnemonic, group.title()), group.size()};
}

} // namespace

std::vector<TextFit> textsOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text().isEmpty() ? std::vector<TextFit>{} : std::vector{fitOf(*label)};
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text().isEmpty() ? std::vector<TextFit>{} : std::vector{fitOf(*button)};
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        return box->isEditable() ? std::vector<TextFit>{} : std::vector{fitOf(*box)};
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        const bool isFixed = line->text().isEmpty() ? !line->placeholderText().isEmpty() : line->isReadOnly();
        return isFixed ? std::vector{fitOf(*line)} : std::vector<TextFit>{};
    }
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        return fitsOf(*header);
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
        return fitsOf(*bar);
    const auto *table = qobject_cast<const QTableView *>(&widget);
    if (table != nullptr && table->model() != nullptr && table->model()->rowCount() > 0)
        return {fitOf(*table)};
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        return group->title().isEmpty() ? std::vector<TextFit>{} : std::vector{fitOf(*group)};
    return {};
}

} // namespace tests
