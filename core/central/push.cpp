// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/push.h"

namespace tongban::central {

namespace {

/// How many of the commands fit into the next call; at least one, so that a command too large for a batch is
/// refused by the centre and does not stand in the way for ever.
std::size_t batchSize(std::span<const Command> commands)
{
    std::size_t bytes = 0;
    std::size_t count = 0;
    for (const Command &command : commands) {
        bytes += command.body.size();
        if (count == kMostInBatch || (count > 0 && bytes > kLargestBatchBytes))
            break;
        ++count;
    }
    return count;
}

std::vector<Parameter> parametersOf(int district, const Uuid &device, std::span<const Command> batch)
{
    std::vector<std::string> ids;
    std::vector<std::string> sequences;
    std::vector<std::string> bodies;
    for (const Command &command : batch) {
        ids.push_back(command.id.text());
        sequences.push_back(std::to_string(command.sequence));
        bodies.push_back(bytesText(command.body));
    }
    return {std::to_string(district), device.text(), arrayText(ids), arrayText(sequences), arrayText(bodies)};
}

Result<> readAnswers(const Rows &rows, std::vector<Answer> &answers)
{
    for (int row = 0; row < rows.count(); ++row) {
        Answer &answer = answers.emplace_back();
        if (!rows.isNull(row, 0))
            answer.id = TRY(rows.uuid(row, 0));
        answer.outcome = rows.text(row, 1);
        answer.detail = rows.text(row, 2);
        answer.n = rows.integer(row, 3);
        answer.version = rows.integer(row, 4);
        answer.token = rows.integer(row, 5);
    }
    return {};
}

} // namespace

Result<std::vector<Answer>> push(Connection &connection, int district, const Uuid &device,
                                 std::span<const Command> commands)
{
    std::vector<std::vector<Parameter>> calls;
    while (!commands.empty()) {
        const std::size_t size = batchSize(commands);
        calls.push_back(parametersOf(district, device, commands.first(size)));
        commands = commands.subspan(size);
    }
    std::vector<Answer> answers;
    for (const Rows &rows : TRY(connection.runPipelined("push", calls)))
        TRY(readAnswers(rows, answers));
    return answers;
}

} // namespace tongban::central
