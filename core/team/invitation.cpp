#include "core/codec/base64url.hpp"
#include "core/codec/bytes.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/link/link_text.hpp"
#include "core/files/link/summed_link.hpp"
#include "core/team/membership.hpp"
#include "core/team/membership_json.hpp"

#include <array>

namespace middleground::team {

namespace {

constexpr char letter = 't';
constexpr std::string_view link_version = "1";
constexpr std::size_t most_link = 64u << 10;
constexpr std::uint64_t most_json = 64u << 10;

}

std::string write_invitation(const Invitation& invitation, std::string_view link_base) {
    auto object = Json::object();
    io::append(object, "server", json_of(invitation.server));
    io::append(object, "login", json_of(invitation.login));
    io::append(object, "key", json_of(invitation.key));
    const auto text = io::write_json(object, io::JsonLayout::compact);
    std::string rest;
    io::put_number(rest, text.size());
    rest += io::deflated(std::array<std::string_view, 1>{text}, {});
    return std::string(link_base) + std::string(invitation_prefix) + io::to_base64url(io::with_sum(rest));
}

Result<Invitation> read_invitation(std::string_view text) {
    const auto ask_again = [] { return std::string("Ask for a new invitation."); };
    if (text.size() > most_link) return fail("This is too long to be an invitation to a team", {}, ask_again());
    const auto link = io::find_link(text, letter);
    if (!link.found) return fail("This is not an invitation to a team", {}, "Copy the whole link, from https to its last character.");
    if (!link.version.empty() && link.version != link_version) {
        return fail("This invitation was made by another version of Middleground", {}, "Update Middleground, or reload the page.");
    }
    const auto content = io::summed_content(link);
    if (!content) return fail("The invitation is cut off or has been changed", {}, "Copy it again, or ask for a new one.");
    const auto cannot = [&](const Error& why) { return fail("The invitation cannot be used: " + why.what, why.where, ask_again()); };
    io::ByteReader reader(*content);
    const auto length = reader.number();
    std::optional<std::string> json;
    if (length && *length <= most_json) json = io::inflated(*reader.take(reader.left()), {}, static_cast<std::uint32_t>(*length));
    if (!json) return cannot({"it cannot be unpacked", {}, {}});
    const auto tree = io::parse_json(*json);
    if (!tree) return cannot(tree.error());
    MembersReader members(*tree, {});
    const auto* server = members.object("server", true);
    const auto* login = members.object("login", false);
    if (members.error()) return cannot(*members.error());
    auto read_of_server = server_of(*server, "server");
    if (!read_of_server) return cannot(read_of_server.error());
    auto key = key_of(*tree, {});
    if (!key) return cannot(key.error());
    Invitation invitation{std::move(*read_of_server), {}, *key};
    if (login) {
        auto read_of_login = login_of(*login, "login");
        if (!read_of_login) return cannot(read_of_login.error());
        invitation.login = std::move(*read_of_login);
    }
    return invitation;
}

bool looks_like_invitation(std::string_view text) {
    return text.size() <= most_link && !io::find_link(text).found && io::find_link(text, letter).found;
}

}
