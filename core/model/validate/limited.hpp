#pragma once

#include "core/model/members/members.hpp"
#include "core/model/validate/validation_report.hpp"

// The limits that the tables of members say; only core/model uses it.
namespace middleground::validation {

// Checks the limits that the rows of a thing say: lengths of texts, ranges of numbers, counts of lists. In steps along the table, so that the
// rules of other kinds come where their members are.
class Limited {
public:
    // `noun`: what the texts are called in messages, where the rows do not say.
    Limited(Report& report, const Subject& subject, const MemberTable& table, const void* thing, std::string_view noun = {})
        : report_(report), subject_(subject), table_(table), thing_(thing), noun_(noun) {}

    // Of the members before this one that were not checked yet.
    void before(std::string_view key);
    void rest();

private:
    void check(const Member& member);
    void text(const Member& member, std::string_view value);
    void range(const Member& member, int value);
    void count(const Member& member, std::size_t size);
    std::string noun(const Member& member) const;

    Report& report_;
    const Subject& subject_;
    const MemberTable& table_;
    const void* thing_;
    std::string_view noun_;
    std::size_t next_ = 0;
};

template <typename T>
Limited limited(Report& report, const Subject& subject, const T& thing, std::string_view noun = {}) {
    return {report, subject, members_of<T>(), &thing, noun};
}
template <typename T>
void check_limits(Report& report, const Subject& subject, const T& thing, std::string_view noun = {}) {
    limited(report, subject, thing, noun).rest();
}

}
