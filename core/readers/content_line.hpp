#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace middleground::readers {

// A line of a calendar or a card (RFC 5545 3.1, RFC 6350 3.3, vCard 2.1): NAME;PARAMETER=value:value.
struct ContentLine {
    struct Parameter {
        std::string name; // in lower case; empty where vCard 2.1 leaves it out ("TEL;WORK:")
        std::string value;
    };
    std::string name; // in lower case, without a group ("item1.")
    std::string group;
    std::vector<Parameter> parameters;
    std::string value; // as it stands: see unescaped_value

    // The first of that name; empty: none.
    std::string_view operator[](std::string_view parameter) const;
    // Whether it is of that type: "TYPE=WORK,VOICE", "WORK".
    bool is_type(std::string_view type) const;
};

// Takes the lines of a text one after the other, folded ones as one: what begins with a blank or a tab belongs to the line before, and what
// quoted-printable goes on after "=". Lines that are none ("hello") are passed over.
class ContentLines {
public:
    explicit ContentLines(std::string_view text) : rest_(text) {}

    // False at the end.
    bool next(ContentLine& line);
    int number() const { return number_; } // of the line that came last, from 1

    static constexpr std::size_t longest = 256u << 10; // bytes of one line; what is longer (a photo) is cut

private:
    std::string_view rest_;
    int number_ = 0;
    int taken_ = 0;
};

// "\\n", "\\,", "\\;" and "\\\\" as what they stand for.
std::string unescaped_value(std::string_view value);
// The values between semicolons (or commas) that no backslash stands before, each unescaped.
std::vector<std::string> values_between(std::string_view value, char separator);

}
