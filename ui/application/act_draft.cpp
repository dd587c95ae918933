// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/act_draft.h"

#include "ui/base/text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace tongban::ui {

namespace {

using TextMember = QString ActDraft::*;
constexpr std::array<std::pair<const char *, TextMember>, 7> kTexts{{{"reason", &ActDraft::reason},
                                                                     {"basis", &ActDraft::basis},
                                                                     {"document", &ActDraft::document},
                                                                     {"due_day", &ActDraft::dueDay},
                                                                     {"waybill", &ActDraft::waybill},
                                                                     {"receiver", &ActDraft::receiver},
                                                                     {"own_defect", &ActDraft::ownDefect}}};

QJsonObject jsonOf(const std::map<QString, QString> &texts)
{
    QJsonObject object;
    for (const auto &[code, text] : texts)
        object.insert(code, text);
    return object;
}

std::map<QString, QString> textsIn(const QJsonValue &value)
{
    std::map<QString, QString> texts;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        texts[member.key()] = member.value().toString();
    return texts;
}

QJsonObject jsonOf(const ActDraft &draft)
{
    QJsonObject object;
    for (const auto &[name, member] : kTexts)
        object.insert(QLatin1String(name), draft.*member);
    object.insert(QStringLiteral("workdays"), draft.workdays);
    object.insert(QStringLiteral("suspension"), draft.suspension);
    object.insert(QStringLiteral("defects"), jsonOf(draft.defects));
    object.insert(QStringLiteral("materials"), jsonOf(draft.materials));
    return object;
}

ActDraft draftIn(const QJsonObject &object)
{
    ActDraft draft;
    for (const auto &[name, member] : kTexts)
        draft.*member = object.value(QLatin1String(name)).toString();
    draft.workdays = object.value(QStringLiteral("workdays")).toInt();
    draft.suspension = object.value(QStringLiteral("suspension")).toInt();
    draft.defects = textsIn(object.value(QStringLiteral("defects")));
    draft.materials = textsIn(object.value(QStringLiteral("materials")));
    return draft;
}

} // namespace

ActDraft draftOf(const permit::ActRequest &request)
{
    ActDraft draft;
    draft.reason = qt(request.reason);
    draft.basis = qt(request.basis);
    draft.document = qt(request.document);
    draft.dueDay = request.dueOn ? dayText(*request.dueOn) : QString();
    draft.waybill = qt(request.waybill);
    draft.receiver = qt(request.receiver);
    draft.workdays = request.workdays;
    draft.suspension = static_cast<int>(request.suspension);
    for (const permit::Defect &defect : request.defects) {
        if (defect.code.starts_with("other:"))
            draft.ownDefect = qt(defect.textZh);
        else
            draft.defects[qt(defect.code)] = QString();
    }
    for (const int material : request.materials)
        draft.materials[QString::number(material)] = QString();
    return draft;
}

std::string draftText(const ActDrafts &drafts)
{
    QJsonObject acts;
    for (const auto &[act, draft] : drafts)
        acts.insert(qt(permit::name(act)), jsonOf(draft));
    return QJsonDocument(acts).toJson(QJsonDocument::Compact).toStdString();
}

Result<ActDrafts> parseActDrafts(std::string_view text)
{
    const auto document =
        QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, "this is no draft of an act");
    ActDrafts drafts;
    const QJsonObject acts = document.object();
    for (auto member = acts.begin(); member != acts.end(); ++member)
        if (const auto act = permit::parseAct(utf8(member.key())))
            drafts[*act] = draftIn(member.value().toObject());
    return drafts;
}

} // namespace tongban::ui
