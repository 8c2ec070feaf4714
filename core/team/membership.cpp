#include "core/team/membership.hpp"

#include "core/codec/base64url.hpp"
#include "core/codec/seal.hpp"
#include "core/model/limits.hpp"
#include "core/team/membership_json.hpp"

#include <algorithm>
#include <utility>

namespace middleground::team {

namespace {

constexpr std::string_view server_marker = "middleground_team";
constexpr std::string_view membership_marker = "middleground_member";
constexpr std::size_t most_address = 300;
constexpr std::size_t most_addresses = 16;
constexpr std::size_t most_login = 200;

bool is_bucket_name(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, fits);
}

// Letters of an address that cannot mean another origin, another line or another header.
bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 127 && c != '\\' && c != '"' && c != '#' && c != '?' && c != '@'; });
}

bool is_own_path(std::string_view text) {
    return text.starts_with('/') && !text.starts_with("//") && is_plain(text);
}

bool is_nats_address(std::string_view text) {
    for (const std::string_view scheme : {"tls://", "nats://"}) {
        if (!text.starts_with(scheme)) continue;
        const auto rest = text.substr(scheme.size());
        return !rest.empty() && rest.front() != ':' && rest.find('/') == std::string_view::npos && is_plain(rest);
    }
    return false;
}

std::string words_of_key(const Key& key) {
    return io::to_base64url({reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()});
}

template <std::size_t count>
std::string hex_of(const std::array<unsigned char, count>& bytes) {
    return to_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}

Json json_of(const Server& server) {
    auto object = Json::object();
    io::append(object, server_marker, 1);
    io::append(object, "id", server.id);
    io::append(object, "name", server.name);
    if (!server.websocket.empty()) io::append(object, "websocket", server.websocket);
    if (!server.nats.empty()) io::append(object, "nats", list_of(server.nats));
    io::append(object, "bucket", server.bucket);
    io::append(object, "replicas", server.replicas);
    return object;
}

Json json_of(const Login& login) {
    auto object = Json::object();
    if (!login.user.empty()) io::append(object, "user", login.user);
    if (!login.password.empty()) io::append(object, "password", login.password);
    return object;
}

Json json_of(const Key& key) {
    return words_of_key(key);
}

Result<Server> server_of(const Json& object, std::string where) {
    MembersReader reader(object, std::move(where));
    Server server;
    std::uint64_t replicas = 1;
    reader.text("id", server.id, true, 32);
    reader.text("name", server.name, true, Limits::short_text);
    reader.text("websocket", server.websocket, false, most_address);
    reader.texts("nats", server.nats, most_addresses, most_address);
    reader.text("bucket", server.bucket, true, 64);
    reader.number("replicas", replicas, false);
    if (!reader.error()) {
        if (!is_hex(server.id, 32)) reader.refuse("Expected 32 digits of 0 to 9 and a to f", "id");
        if (!server.websocket.empty() && !is_own_path(server.websocket)) {
            reader.refuse("Expected a path on the page's own host that begins with /, such as /team", "websocket");
        }
        for (std::size_t i = 0; i < server.nats.size(); ++i) {
            if (!is_nats_address(server.nats[i])) {
                reader.refuse("Expected an address such as tls://nats.example.com:4222", "nats[" + std::to_string(i) + "]");
            }
        }
        if (server.websocket.empty() && server.nats.empty()) reader.refuse("There is no address of the server", "websocket");
        if (!is_bucket_name(server.bucket)) reader.refuse("Expected letters, digits, - and _, at most 64", "bucket");
        if (replicas != 1 && replicas != 3 && replicas != 5) reader.refuse("Expected 1, 3 or 5", "replicas");
    }
    if (reader.error()) return std::unexpected(*reader.error());
    server.replicas = static_cast<int>(replicas);
    return server;
}

Result<Login> login_of(const Json& object, std::string where) {
    MembersReader reader(object, std::move(where));
    Login login;
    reader.text("user", login.user, false, most_login);
    reader.text("password", login.password, false, most_login);
    if (reader.error()) return std::unexpected(*reader.error());
    return login;
}

Result<Key> key_of(const Json& object, std::string where) {
    MembersReader reader(object, where);
    std::string words;
    reader.text("key", words, true, 64);
    if (reader.error()) return std::unexpected(*reader.error());
    const auto bytes = io::from_base64url(words);
    Key key;
    if (!bytes || bytes->size() != key.bytes.size()) return fail("Expected a key of 32 bytes as base64url", reader.place_of("key"));
    std::ranges::copy(*bytes, reinterpret_cast<char*>(key.bytes.data()));
    return key;
}

Result<Server> read_server(std::string_view json) {
    auto tree = open_text(json, server_marker, "the file of a team");
    if (!tree) return std::unexpected(std::move(tree.error()));
    return server_of(*tree, {});
}

std::string write_server(const Server& server) {
    return io::write_json(json_of(server), io::JsonLayout::indented);
}

Result<Membership> read_membership(std::string_view json) {
    auto tree = open_text(json, membership_marker, "a membership");
    if (!tree) return std::unexpected(std::move(tree.error()));
    MembersReader reader(*tree, {});
    Membership membership;
    const auto* server = reader.object("server", true);
    const auto* login = reader.object("login", false);
    reader.text("me", membership.me, true, 12);
    reader.text("name", membership.name, true, Limits::short_text);
    if (!reader.error() && !is_hex(membership.me, 12)) reader.refuse("Expected 12 digits of 0 to 9 and a to f", "me");
    if (reader.error()) return std::unexpected(*reader.error());
    auto read_of_server = server_of(*server, "server");
    if (!read_of_server) return std::unexpected(std::move(read_of_server.error()));
    membership.server = std::move(*read_of_server);
    if (login) {
        auto read_of_login = login_of(*login, "login");
        if (!read_of_login) return std::unexpected(std::move(read_of_login.error()));
        membership.login = std::move(*read_of_login);
    }
    auto key = key_of(*tree, {});
    if (!key) return std::unexpected(std::move(key.error()));
    membership.key = *key;
    return membership;
}

std::string write_membership(const Membership& membership) {
    auto object = Json::object();
    io::append(object, membership_marker, 1);
    io::append(object, "server", json_of(membership.server));
    io::append(object, "login", json_of(membership.login));
    io::append(object, "key", json_of(membership.key));
    io::append(object, "me", membership.me);
    io::append(object, "name", membership.name);
    return io::write_json(object, io::JsonLayout::compact);
}

std::optional<Key> key_of_passphrase(std::string_view passphrase, const Server& server) {
    const auto words = io::passphrase_of(passphrase);
    if (words.empty() || words.size() > io::most_passphrase_bytes || !is_hex(server.id, 32)) return {};
    io::SealSalt salt{};
    std::ranges::copy(from_hex(server.id), reinterpret_cast<char*>(salt.data()));
    const auto bytes = io::passphrase_key(words, salt);
    if (!bytes) return {};
    return Key{*bytes};
}

std::string member_id_of(const std::array<unsigned char, 6>& random) {
    return hex_of(random);
}

std::string server_id_of(const std::array<unsigned char, 16>& random) {
    return hex_of(random);
}

}
