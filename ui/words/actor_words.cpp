// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/actor_words.h"

#include "core/permit/application.h"
#include "ui/base/text.h"

#include <QCoreApplication>

namespace tongban::ui {

namespace {

class ActorWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ActorWords)

public:
    static QString channel(permit::Channel channel)
    {
        switch (channel) {
        case permit::Channel::UnifiedPlatform: return tr("the city's unified platform");
        case permit::Channel::IShenzhen: return tr("the app i Shenzhen");
        case permit::Channel::WeChat: return tr("WeChat");
        case permit::Channel::Window: return tr("the window");
        case permit::Channel::DistrictHall: return tr("the district hall");
        }
        return {};
    }
    static QString program() { return tr("the program"); }
    static QString byChannel(const QString &channel) { return tr("applicant through %1").arg(channel); }
};

} // namespace

QString channelTitle(const std::string &channel)
{
    const auto known = permit::parseChannel(channel);
    return known ? ActorWords::channel(*known) : qt(channel);
}

QString actorTitle(const std::string &actor)
{
    constexpr std::string_view kChannel = "channel:";
    if (actor == "system")
        return ActorWords::program();
    if (actor.starts_with(kChannel))
        return ActorWords::byChannel(channelTitle(actor.substr(kChannel.size())));
    return qt(actor);
}

} // namespace tongban::ui
