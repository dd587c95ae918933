// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/line_decider.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace tongban::dmn {

namespace {

/// Bytes of whole lines that are decided in one go: enough to make hand-overs cheap, few enough to stay in a
/// core's cache.
constexpr std::size_t kBlock = std::size_t{1} << 17U;

/// Some whole lines and, once decided, their answers.
struct Batch {
    std::string input;
    std::uint64_t firstLine = 1;
    std::string output;
    LineCounts counts;
    bool isDecided = false;
};

/// Cuts a source into batches of whole lines.
class BatchReader
{
public:
    BatchReader(ByteSource &source, std::size_t longestLine)
        : m_source(source), m_longestLine(longestLine) { }

    /// False at the end.
    Result<bool> next(Batch &batch)
    {
        batch.input = std::move(m_rest);
        m_rest.clear();
        batch.output.clear();
        batch.counts = {};
        batch.isDecided = false;
        batch.firstLine = m_nextLine;
        std::size_t whole = 0;
        while (!m_isAtEnd && whole == 0) {
            const std::size_t before = batch.input.size();
            TRY(readMore(batch.input));
            const std::size_t end = std::string_view(batch.input).substr(before).rfind('\n');
            whole = end == std::string_view::npos ? 0 : before + end + 1;
            if (whole == 0)
                shorten(batch.input);
        }
        if (whole != 0) {
            m_rest.assign(batch.input, whole);
            batch.input.resize(whole);
        }
        m_nextLine += static_cast<std::uint64_t>(std::ranges::count(batch.input, '\n'));
        return !batch.input.empty();
    }

private:
    Result<> readMore(std::string &into)
    {
        const std::size_t before = into.size();
        into.resize(before + kBlock);
        const std::size_t count = TRY(m_source.read({into.data() + before, kBlock}));
        into.resize(before + count);
        m_isAtEnd = count == 0;
        return {};
    }

    /// What is beyond the limit of a line is not held in memory; one byte more than the limit marks it.
    void shorten(std::string &line) const
    {
        if (line.size() > m_longestLine + 1)
            line.resize(m_longestLine + 1);
    }

    ByteSource &m_source;
    std::size_t m_longestLine;
    std::string m_rest; ///< Of the line that is not whole yet.
    std::uint64_t m_nextLine = 1;
    bool m_isAtEnd = false;
};

void decide(Batch &batch, LineDecider &decider, std::size_t longestLine)
{
    std::string_view rest = batch.input;
    for (std::uint64_t number = batch.firstLine; !rest.empty(); ++number) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        ++batch.counts.lines;
        const bool isTooLong = line.size() > longestLine;
        if (isTooLong)
            LineDecider::refuse(number, "the line is longer than " + std::to_string(longestLine) + " bytes",
                                batch.output);
        if (isTooLong || !decider.decide(line, number, batch.output))
            ++batch.counts.errors;
    }
}

void add(LineCounts &sum, const LineCounts &counts)
{
    sum.lines += counts.lines;
    sum.errors += counts.errors;
}

using Write = std::function<Result<>(std::string_view)>;

/// Batches on their way through threads that decide them to one that writes them in their order.
class Pipeline
{
public:
    Pipeline(const std::shared_ptr<const CompiledModel> &model, const LineOptions &options,
             const Write &write)
        : m_options(options), m_write(write)
    {
        for (unsigned i = 0; i < 2 * options.threads + 2; ++i)
            m_free.push_back(std::make_unique<Batch>());
        for (unsigned i = 0; i < options.threads; ++i)
            m_threads.emplace_back([this, model] { decideAll(model); });
        m_threads.emplace_back([this] { writeAll(); });
    }
    ~Pipeline() { close(); }
    Pipeline(const Pipeline &) = delete;
    Pipeline &operator=(const Pipeline &) = delete;

    /// Waits for a free batch; a null pointer when writing has failed.
    std::unique_ptr<Batch> take()
    {
        std::unique_lock lock(m_mutex);
        m_freed.wait(lock, [this] { return !m_free.empty() || m_error; });
        if (m_error)
            return nullptr;
        auto batch = std::move(m_free.back());
        m_free.pop_back();
        return batch;
    }

    void put(std::unique_ptr<Batch> batch)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(batch.get());
        m_order.push_back(std::move(batch));
        m_filled.notify_one();
    }

    /// Waits for everything that was put.
    Result<LineCounts> finish()
    {
        close();
        if (m_error)
            return tl::unexpected(*m_error);
        return m_counts;
    }

private:
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isClosed = true;
            m_filled.notify_all();
            m_decided.notify_all();
        }
        for (std::thread &thread : m_threads) {
            if (thread.joinable())
                thread.join();
        }
    }

    void decideAll(const std::shared_ptr<const CompiledModel> &model)
    {
        LineDecider decider(model, m_options.decision, m_options.tracing);
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_filled.wait(lock, [this] { return !m_waiting.empty() || m_isClosed; });
            if (m_waiting.empty())
                return;
            Batch *batch = m_waiting.front();
            m_waiting.pop_front();
            lock.unlock();
            decide(*batch, decider, m_options.longestLine);
            lock.lock();
            batch->isDecided = true;
            m_decided.notify_one();
        }
    }

    void writeAll()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_decided.wait(lock, [this] {
                return (!m_order.empty() && m_order.front()->isDecided) || (m_order.empty() && m_isClosed);
            });
            if (m_order.empty())
                return;
            auto batch = std::move(m_order.front());
            m_order.pop_front();
            const bool isFailed = m_error.has_value();
            lock.unlock();
            const Result<> written = isFailed ? Result<>() : m_write(batch->output);
            lock.lock();
            if (!written)
                m_error = written.error();
            add(m_counts, batch->counts);
            m_free.push_back(std::move(batch));
            m_freed.notify_one();
        }
    }

    const LineOptions &m_options;
    const Write &m_write;
    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::condition_variable m_filled;
    std::condition_variable m_decided;
    std::vector<std::unique_ptr<Batch>> m_free;
    std::deque<Batch *> m_waiting; ///< To be decided.
    std::deque<std::unique_ptr<Batch>> m_order; ///< To be written, first come first.
    bool m_isClosed = false;
    std::optional<Error> m_error;
    LineCounts m_counts;
    std::vector<std::thread> m_threads;
};

} // namespace

Result<LineCounts> decideLines(const std::shared_ptr<const CompiledModel> &model, const LineOptions &options,
                               ByteSource &source, const Write &write)
{
    BatchReader reader(source, options.longestLine);
    if (options.threads <= 1) {
        LineDecider decider(model, options.decision, options.tracing);
        LineCounts counts;
        Batch batch;
        while (TRY(reader.next(batch))) {
            decide(batch, decider, options.longestLine);
            TRY(write(batch.output));
            add(counts, batch.counts);
        }
        return counts;
    }
    Pipeline pipeline(model, options, write);
    while (auto batch = pipeline.take()) {
        if (!TRY(reader.next(*batch)))
            break;
        pipeline.put(std::move(batch));
    }
    return pipeline.finish();
}

} // namespace tongban::dmn
