#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// FROZEN in links: new kinds go to the end.
enum class ConcernEventKind : std::uint8_t { raised, answered, resolved, reopened };
enum class ConcernState : std::uint8_t { open, answered, resolved };
// What is feared, or only asked. FROZEN in links: new kinds go to the end.
enum class ConcernKind : std::uint8_t { concern, question };

struct ConcernEvent {
    ConcernEventKind kind = ConcernEventKind::raised;
    Date on;
    std::string note;

    bool operator==(const ConcernEvent&) const = default;
};

// What a stakeholder fears, or wants to know. Legal: raised first and once; open -> answered | resolved; answered -> resolved | reopened; resolved ->
// reopened.
struct Concern {
    ConcernId id;
    Date created;
    StakeholderId stakeholder;
    std::string text;
    std::vector<ConcernEvent> events;
    std::string extra;
    ConcernKind kind = ConcernKind::concern;

    bool operator==(const Concern&) const = default;
};

// What words are most likely meant as: a question when they end in a question mark.
ConcernKind kind_of_words(std::string_view text);
ConcernState state_of(const Concern& concern);
// Nothing is left to do about it: it is resolved, or a question that was answered.
bool is_settled(const Concern& concern);
bool is_legal_move(const Concern& concern, ConcernEventKind kind);

}
