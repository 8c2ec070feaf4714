#include "core/team/team_state.hpp"

#include "core/team/team_json.hpp"

#include <algorithm>
#include <utility>

namespace middleground::team {

namespace {

constexpr std::string_view place_entry = "team/place";
constexpr std::string_view place_marker = "middleground_team_place";

std::string random_digits(const Team::Entropy& entropy) {
    std::array<unsigned char, member_digits / 2> bytes{};
    if (!entropy(bytes)) return {};
    return member_id_of(bytes);
}

}

TeamState::TeamState(Membership joined, const std::vector<StoredText>& stored_texts, Team::Entropy chance)
    : membership(std::move(joined)), sealer(membership.key, membership.server.id), entropy(std::move(chance)) {
    for (const auto& [key, text] : stored_texts) {
        if (key == place_entry) {
            const auto tree = open_text(text, place_marker, "the place of a membership");
            if (!tree) continue;
            MembersReader reader(*tree, {});
            Date day;
            reader.text("place", place, true, member_digits);
            reader.day("caught_up", day, false);
            if (reader.error() || !is_hex(place, member_digits)) place.clear();
            if (day != Date()) caught_up_on = day;
            continue;
        }
        if (!key.starts_with(deal_entry_prefix)) continue;
        auto read = read_shared_deal(text);
        const auto id = DealId{key.substr(deal_entry_prefix.size())};
        if (read && (read->deal != id || read->key != sealer.key_of_deal(id))) read = fail("It belongs to another deal or team");
        if (!read) {
            tell("What was kept of the team's deal " + id.text + " cannot be read: " + read.error().message() + " It is fetched again.", true);
            effects.push_back(Drop{key});
            continue;
        }
        auto& entry = entry_for(id);
        entry.kept = std::move(*read);
        entry.is_unverified = entry.kept.state != Sync::gone;
        entry.is_dirty = entry.kept.state != Sync::gone && entry.kept.head.number == 0;
    }
    run = random_digits(entropy);
    if (place.empty()) place = random_digits(entropy);
    if (place.empty() || run.empty()) {
        close({"This system gives no random numbers", {}, "Close the program and start it again."});
        return;
    }
    save_place();
    list_members(0);
}

void TeamState::save_place() {
    auto object = Json::object();
    io::append(object, place_marker, 1);
    io::append(object, "place", place);
    if (caught_up_on) io::append(object, "caught_up", caught_up_on->iso());
    effects.push_back(Store{std::string(place_entry), io::write_json(object, io::JsonLayout::compact)});
}

Entry* TeamState::find(const DealId& deal) {
    const auto found = entries.find(deal.text);
    return found == entries.end() ? nullptr : &found->second;
}

const Entry* TeamState::find(const DealId& deal) const {
    const auto found = entries.find(deal.text);
    return found == entries.end() ? nullptr : &found->second;
}

Entry* TeamState::by_key(const std::string& key) {
    const auto found = keys.find(key);
    return found == keys.end() ? nullptr : found->second;
}

Entry& TeamState::entry_for(const DealId& deal) {
    const auto [place_of, is_new] = entries.try_emplace(deal.text);
    auto& entry = place_of->second;
    if (is_new) {
        entry.kept.deal = deal;
        entry.kept.key = sealer.key_of_deal(deal);
        entry.kept.head.by = entry.kept.head.owner = membership.me;
        entry.kept.head.by_name = membership.name;
        entry.kept.head.place = place;
        keys[entry.kept.key] = &entry;
    }
    return entry;
}

void TeamState::forget(const DealId& deal) {
    const auto* entry = find(deal);
    if (!entry) return;
    effects.push_back(Drop{std::string(deal_entry_prefix) + deal.text});
    keys.erase(entry->kept.key);
    entries.erase(deal.text);
}

void TeamState::set_state(Entry& entry, Sync state) {
    if (entry.kept.state == state) return;
    entry.kept.state = state;
    save(entry);
}

void TeamState::flush() {
    for (auto& [id, entry] : entries) {
        if (!entry.unsaved) continue;
        entry.unsaved = false;
        // Without a number it would be one to be shared.
        if (entry.kept.head.number == 0 && entry.kept.state == Sync::behind) continue;
        effects.push_back(Store{std::string(deal_entry_prefix) + id, write_shared_deal(entry.kept)});
    }
}

bool TeamState::draw(std::span<unsigned char> bytes) {
    if (entropy(bytes)) return true;
    problem = Error{"This system gives no random numbers", {}, "Close the program and start it again."};
    return false;
}

std::optional<io::SealNonce> TeamState::new_nonce() {
    io::SealNonce nonce{};
    if (!draw(nonce)) return {};
    return nonce;
}

Theirs TeamState::newest_of(const Entry& entry) const {
    if (!entry.asked.empty()) return entry.asked.back();
    return {entry.kept.head, entry.kept.hash, {}, entry.kept.revision};
}

void TeamState::close(Error why) {
    problem = std::move(why);
    is_over = true;
    orders.clear();
    waiting.clear();
}

std::string quoted_title(const Deal* deal) {
    if (!deal) return "a deal";
    const auto& words = deal->title.empty() ? deal->account : deal->title;
    return words.empty() ? "a deal without a title" : "\"" + words + "\"";
}

}
