#include "tests/support/told_things.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace middleground::test {

namespace {

void collect(const MemberTable& table, const void* thing, std::vector<std::string>& texts) {
    for (const auto& member : table.rows) {
        if (!member.is_there(thing) || member.key == "based_on" || member.key == "origin" || member.key == "currency") continue;
        if (member.kind == MemberKind::text) {
            const std::string text(trimmed(member.in<std::string>(thing)));
            if (!text.empty()) texts.push_back(text);
        } else if (member.kind == MemberKind::list) {
            for (std::size_t i = 0; i < member.size(thing); ++i) collect(member.type->table(), member.element(thing, i), texts);
        } else if (member.kind == MemberKind::part && member.part(thing) != nullptr) {
            collect(member.type->table(), member.part(thing), texts);
        } else if (member.kind == MemberKind::made) {
            if (const auto made = member.type->made->of(thing)) collect(member.type->table(), made.get(), texts);
        }
    }
}

}

std::vector<std::string> texts_of(const Deal& deal) {
    std::vector<std::string> texts;
    collect(members_of<Deal>(), &deal, texts);
    return texts;
}

std::vector<std::string> events_of(const Deal& deal) {
    std::vector<std::string> events;
    const auto day = [](const std::optional<Date>& date) { return date ? date->iso() : std::string("-"); };
    for (const auto& target : deal.targets) events.push_back("target " + target.on.iso() + ' ' + day(target.date) + ' ' + target.note);
    for (const auto& person : deal.stakeholders) {
        for (const auto& one : person.stances) {
            events.push_back("stance " + one.on.iso() + ' ' + std::to_string(static_cast<int>(one.stance)) + ' ' + one.why + day(one.not_before));
        }
    }
    for (const auto& commitment : deal.commitments) {
        for (const auto& one : commitment.events) {
            events.push_back("commitment " + one.on.iso() + ' ' + std::to_string(static_cast<int>(one.kind)) + ' ' + one.why + day(one.due) + day(one.not_before));
        }
    }
    for (const auto& concern : deal.concerns) {
        for (const auto& one : concern.events) events.push_back("concern " + one.on.iso() + ' ' + std::to_string(static_cast<int>(one.kind)) + ' ' + one.note);
    }
    for (const auto& promise : deal.promises) {
        for (const auto& one : promise.events) events.push_back("promise " + one.on.iso() + ' ' + std::to_string(static_cast<int>(one.kind)) + ' ' + one.note);
    }
    std::ranges::sort(events);
    return events;
}

}
