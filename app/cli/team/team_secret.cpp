#include "app/cli/team/team_secret.hpp"

#include <cstddef>
#include <cstdio>
#include <optional>

#include <termios.h>
#include <unistd.h>

namespace middleground::cli {

namespace {

constexpr std::size_t longest = 4096;

// While it lives, what is typed is not shown.
class Unseen {
public:
    Unseen() {
        if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &before_) != 0) return;
        auto unseen = before_;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        is_on_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0;
    }
    ~Unseen() {
        if (!is_on_) return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        std::fputc('\n', stderr); // the one that was typed was not shown either
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    termios before_{};
    bool is_on_ = false;
};

// Letter by letter: what comes after the line is for the next question. Nothing: there is none, or it has no end.
std::optional<std::string> line_of_input() {
    std::string line;
    for (char letter = 0; line.size() <= longest;) {
        const auto count = ::read(STDIN_FILENO, &letter, 1);
        if (count < 0) return {};
        if (count == 0) return line.empty() ? std::optional<std::string>() : line;
        if (letter == '\n') {
            if (line.ends_with('\r')) line.pop_back();
            return line;
        }
        line += letter;
    }
    return {};
}

}

Result<std::string> ask_secret(const std::string& words, const std::string& what) {
    if (isatty(STDIN_FILENO)) std::fputs((words + ": ").c_str(), stderr);
    const Unseen unseen;
    auto line = line_of_input();
    if (!line || line->empty()) return fail("There is no " + what, "standard input", "Type it when asked, or give it as a line of its own.");
    return std::move(*line);
}

}
