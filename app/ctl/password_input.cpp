// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/password_input.h"

#include "app/ctl/session.h"

#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace tongban::ctl {

namespace {

/// Typed characters are not shown while it lives.
class Unseen
{
public:
    Unseen()
    {
        m_isTerminal = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isTerminal)
            return;
        termios unseen = m_before;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }
    ~Unseen()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

    bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    bool m_isTerminal = false;
};

} // namespace

Result<std::string> readPassword(const Session &session, std::string_view prompt)
{
    const Unseen unseen;
    if (unseen.isTerminal())
        session.note(prompt.empty() ? session.text("密码:", "Password:") : prompt);
    std::string line;
    if (!std::getline(std::cin, line))
        return fail(ErrorCode::InvalidInput, "no password came on the standard input");
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

} // namespace tongban::ctl
