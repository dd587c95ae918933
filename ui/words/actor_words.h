// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>

namespace tongban::ui {

/// "i Shenzhen app"; a channel that is not known stays as it is.
QString channelTitle(const std::string &channel);

/// Who acted: an account, "channel:i_shenzhen", the program.
QString actorTitle(const std::string &actor);

} // namespace tongban::ui
