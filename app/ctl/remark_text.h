// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/remark.h"
#include "core/feel/diagnostics.h"

#include <string_view>

namespace tongban::ctl {

/// The Chinese sentence of a remark, with the same places as the English one (dmn::sentence).
std::string_view chineseSentence(dmn::Remark remark);

/// What could have stood where reading stopped, in Chinese; empty for a sign, which needs no words.
std::string_view chineseWords(feel::Expectation expectation);

} // namespace tongban::ctl
