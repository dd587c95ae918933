// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/contrast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>

#include <cmath>

namespace tests {

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

/// What a widget without a ground of its own lies on.
QColor groundOf(const QWidget &widget)
{
    for (const QWidget *at = &widget; at != nullptr; at = at->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(at->parentWidget());
        const bool isOpaqueViewport = area != nullptr && area->viewport() == at && at->autoFillBackground();
        if (at->autoFillBackground() || at->isWindow() || isOpaqueViewport)
            return at->palette().color(at->backgroundRole());
    }
    return widget.palette().color(QPalette::Window);
}

/// The colours of a document's pieces; those without one have the widget's.
void addPieces(const QTextDocument &document, const QPalette &palette, QPalette::ColorRole role,
               const QColor &ground, std::vector<TextColours> &pairs)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextCharFormat format = piece.fragment().charFormat();
            const QBrush behind = format.background();
            pairs.push_back({piece.fragment().text(),
                             format.foreground().style() == Qt::NoBrush ? palette.color(role)
                                                                        : format.foreground().color(),
                             behind.style() == Qt::NoBrush ? ground : behind.color()});
        }
}

void addRows(const QAbstractItemView &view, std::vector<TextColours> &pairs)
{
    constexpr int kRows = 40;
    const QPalette palette = view.palette();
    pairs.push_back({QStringLiteral("selection"), palette.color(QPalette::HighlightedText),
                     palette.color(QPalette::Highlight)});
    if (view.model() == nullptr)
        return;
    const int rows = std::min(kRows, view.model()->rowCount(view.rootIndex()));
    const int columns = view.model()->columnCount(view.rootIndex());
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const QModelIndex index = view.model()->index(row, column, view.rootIndex());
            const QVariant text = index.data(Qt::ForegroundRole);
            const QVariant ground = index.data(Qt::BackgroundRole);
            if (!text.isValid() && !ground.isValid())
                continue;
            const auto role =
                view.alternatingRowColors() && row % 2 == 1 ? QPalette::AlternateBase : QPalette::Base;
            pairs.push_back({index.data().toString(),
                             text.isValid() ? text.value<QBrush>().color() : palette.color(QPalette::Text),
                             ground.isValid() ? ground.value<QBrush>().color() : palette.color(role)});
        }
}

bool isRich(const QLabel &label)
{
    return label.textFormat() == Qt::RichText
        || (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::vector<TextColours> coloursOf(const QWidget &widget)
{
    std::vector<TextColours> pairs;
    const QPalette palette = widget.palette();
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        const QColor ground = groundOf(widget);
        if (isRich(*label)) {
            QTextDocument document;
            document.setHtml(label->text());
            addPieces(document, palette, widget.foregroundRole(), ground, pairs);
        } else if (!label->text().isEmpty()) {
            pairs.push_back({label->text(), palette.color(widget.foregroundRole()), ground});
        }
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        const QColor ground = button->foregroundRole() == QPalette::ButtonText
            ? palette.color(QPalette::Button)
            : groundOf(widget);
        pairs.push_back({button->text(), palette.color(button->foregroundRole()), ground});
    } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        pairs.push_back({line->text(), palette.color(QPalette::Text), palette.color(QPalette::Base)});
        if (!line->placeholderText().isEmpty())
            pairs.push_back({line->placeholderText(), palette.color(QPalette::PlaceholderText),
                             palette.color(QPalette::Base)});
    } else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
        pairs.push_back(
            {box->currentText(), palette.color(QPalette::ButtonText), palette.color(QPalette::Button)});
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        addRows(*view, pairs);
    } else if (const auto *rich = qobject_cast<const QTextEdit *>(&widget)) {
        addPieces(*rich->document(), palette, QPalette::Text, palette.color(QPalette::Base), pairs);
    } else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(&widget)) {
        pairs.push_back({plain->toPlainText(), palette.color(QPalette::Text), palette.color(QPalette::Base)});
    }
    return pairs;
}

} // namespace tests
