// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/connection.h"

#include <algorithm>
#include <cstdlib>
#include <libpq-fe.h>
#include <map>

namespace tongban::central {

namespace {

using Options = std::map<std::string, std::string>;

Result<Options> parse(std::string_view text)
{
    char *message = nullptr;
    const std::string owned(text);
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        PQconninfoParse(owned.c_str(), &message), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> why(message, &PQfreemem);
    if (!parsed)
        return fail(ErrorCode::InvalidInput, "the text of the connection cannot be read");
    Options options;
    for (const PQconninfoOption *option = parsed.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr && *option->val != '\0')
            options[option->keyword] = option->val;
    return options;
}

std::string valueOr(const Options &options, const char *key, const char *environment, const char *otherwise)
{
    if (const auto found = options.find(key); found != options.end())
        return found->second;
    const char *value = std::getenv(environment);
    return value != nullptr && *value != '\0' ? value : otherwise;
}

/// Every host of the list is a socket in the file system.
bool isLocal(const Options &options)
{
    if (options.contains("hostaddr") || std::getenv("PGHOSTADDR") != nullptr || options.contains("service")
        || std::getenv("PGSERVICE") != nullptr)
        return false;
    const std::string hosts = valueOr(options, "host", "PGHOST", "");
    if (hosts.empty())
        return true;
    for (std::size_t begin = 0; begin <= hosts.size();) {
        const std::size_t end = std::min(hosts.find(',', begin), hosts.size());
        if (begin == end || hosts[begin] != '/')
            return false;
        begin = end + 1;
    }
    return true;
}

} // namespace

Result<std::vector<std::pair<std::string, std::string>>> connectionOptions(std::string_view text)
{
    Options options = TRY(parse(text));
    if (options.contains("password"))
        return fail(ErrorCode::InvalidInput,
                    "a password does not stand in the connection text; put it into the password file");
    if (!isLocal(options)) {
        if (valueOr(options, "sslmode", "", "verify-full") != "verify-full")
            return fail(ErrorCode::InvalidInput, "over a network only sslmode=verify-full is allowed");
        options["sslmode"] = "verify-full";
        options["ssl_min_protocol_version"] = "TLSv1.2";
        options.try_emplace("channel_binding", "require");
        // A ticket would otherwise be used to encrypt as well, and nobody would look at the certificate.
        options["gssencmode"] = "disable";
    }
    options.try_emplace("connect_timeout", "5");
    options.try_emplace("tcp_user_timeout", "20000");
    options.try_emplace("application_name", "tongban");
    options["client_encoding"] = "UTF8";
    return std::vector<std::pair<std::string, std::string>>(options.begin(), options.end());
}

} // namespace tongban::central
