// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string_view>

namespace tests {

/// What a reader copies out of a PDF: pdftotext on the real bytes. Ends the test program when it cannot be
/// run or complains.
QString pdfText(std::string_view pdf);

/// The same without any blanks and line ends, to look for sentences that run over lines.
QString pdfRunningText(std::string_view pdf);

/// What a scanner reads from the first page: every code on it, one a line, decoded from a picture of 200 dots
/// an inch.
QString pdfCodes(std::string_view pdf);

/// pdffonts.
QString pdfFonts(std::string_view pdf);

} // namespace tests
